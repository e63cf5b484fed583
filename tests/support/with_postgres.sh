#!/bin/sh
# with_postgres.sh <folder> <command…>: runs the command with YANXUN_TEST_PG naming the server that postgres.sh started
# in the folder; a server named already is used instead, and one is started for the command alone when none runs.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
folder=$1
shift
if [ -z "${YANXUN_TEST_PG:-}" ]; then
    if [ ! -f "$folder/uri" ]; then
        "$here/postgres.sh" start "$folder"
        trap '"$here/postgres.sh" stop "$folder"' EXIT
        YANXUN_TEST_PG=$(cat "$folder/uri")
        export YANXUN_TEST_PG
        "$@"
        exit
    fi
    YANXUN_TEST_PG=$(cat "$folder/uri")
    export YANXUN_TEST_PG
fi
exec "$@"
