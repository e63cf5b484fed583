#!/usr/bin/env bash
# with_postgres.sh FOLDER COMMAND…: runs the command with YANXUN_TEST_PG naming the server that the fixture started, or
# the one already named.
set -euo pipefail
folder=$1; shift
if [ -z "${YANXUN_TEST_PG:-}" ]; then
  [ -f "$folder/uri" ] || { echo "no test server: run through ctest, or postgres.sh start $folder" >&2; exit 1; }
  YANXUN_TEST_PG=$(cat "$folder/uri")
fi
export YANXUN_TEST_PG
exec "$@"
