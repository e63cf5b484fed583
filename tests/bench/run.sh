#!/usr/bin/env bash
# run.sh BUILD: runs every benchmark of the build and prints one table. Exit 1 when a bound is missed.
set -euo pipefail
build=$1
support=$(dirname "$0")/../support
"$support/postgres.sh" start "$build/postgres"
trap '"$support/postgres.sh" stop "$build/postgres"' EXIT
missed=0
printf '%-52s %13s %13s %-4s %-32s %s\n' measure ours peer by 'ratio (target)' result
for program in "$build"/bench/*_bench; do
  display=()
  [ "$(basename "$program")" = start_bench ] && display=("$support/with_display.sh")
  "$support/with_postgres.sh" "$build/postgres" "${display[@]}" "$program" || missed=1
done
exit $missed
