#!/usr/bin/env bash
# run.sh BUILD SECONDS [PARSER…]: runs the fuzz targets, each for so long, on the seeds of tests/fuzz/corpus and what
# earlier runs found. What breaks a parser is left in BUILD/fuzz/found/<parser>/; the first fault ends the run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$1 seconds=$2
shift 2
[ $# -gt 0 ] || set -- csv xlsx xml
for parser in "$@"; do
  grown=$build/fuzz/corpus/$parser found=$build/fuzz/found/$parser
  mkdir -p "$grown" "$found"
  dictionary=()
  [ "$parser" = csv ] || dictionary=(-dict="$here/xml.dict")
  echo "fuzz_$parser: $seconds s"
  "$build/fuzz/fuzz_$parser" -max_total_time="$seconds" -max_len=16384 -timeout=25 -rss_limit_mb=2048 \
    -artifact_prefix="$found/" -print_final_stats=1 "${dictionary[@]}" "$grown" "$here/corpus/$parser" 2>"$build/fuzz/$parser.log" || {
    tail -n 60 "$build/fuzz/$parser.log" >&2
    echo "fuzz_$parser found a fault: see $found and $build/fuzz/$parser.log" >&2
    exit 1
  }
  grep -E '^stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' "$build/fuzz/$parser.log"
done
echo "No fault found."
