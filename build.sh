#!/usr/bin/env bash
# One entry for a person: ./build.sh demo | test | bench | fuzz | package
# Installs what is missing from Debian 12's packages first, and says what and why.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
  cat <<'TEXT'
./build.sh demo      build, fill the demonstration district, write the year's reports to build/demo/, open the desktop
                     (without a display: print the year's figures)
./build.sh test      build and run all tests
./build.sh bench     build for speed and print one table of ratios
./build.sh fuzz [S]  run the fuzz targets of the parsers, S seconds each (600)
./build.sh package   make the .deb packages in build/release/
TEXT
}

# Each line: packages | what they are for. Only what is missing is installed.
readonly BUILD_PACKAGES='g++ cmake ninja-build ccache gettext pkg-config | to compile
libwxgtk3.2-dev libgtk-3-dev wx3.2-i18n librsvg2-common | the desktop (GTK draws its check marks from SVG)
libpoco-dev libsqlite3-dev libpq-dev | the data layer
libboost-dev libpugixml-dev libexpat1-dev libxlsxwriter-dev libxslt1-dev libxml2-dev libicu-dev | plugins, ledgers, reports, Chinese text
libical-dev | the calendar as .ics, for other calendar programs
libpango1.0-dev libcairo2-dev | reports as PDF, set and drawn without a display
nlohmann-json3-dev libcli11-dev | the console
fonts-noto-cjk | Chinese characters on the screen and in PDF'
readonly TEST_PACKAGES='libgtest-dev libgmock-dev | the tests
postgresql | the tests run on both engines
xvfb xauth openbox dbus x11-utils imagemagick | tests of the desktop without a screen
libxml2-utils binutils file | checks of reports and plugins
poppler-utils unzip | read PDF reports and workbooks back
python3-icalendar | reads the exported calendar as another program does'
readonly BENCH_PACKAGES='libbenchmark-dev postgresql | the benchmarks
libreoffice-calc | the peer that ledgers are read against
xvfb xauth openbox libx11-dev | start of the desktop'
readonly FUZZ_PACKAGES='clang libclang-rt-14-dev | libFuzzer'
readonly PACKAGE_PACKAGES='file dpkg-dev | to make .deb packages'

install_missing() {
  local missing=() reasons='' packages reason package
  while IFS='|' read -r packages reason; do
    for package in $packages; do
      if ! dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed; then
        missing+=("$package"); reasons+="  $package —$reason"$'\n'
      fi
    done
  done <<<"$1"
  [ ${#missing[@]} -eq 0 ] && return 0
  local line="apt-get install -y --no-install-recommends ${missing[*]}"
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as=(sudo)
    else
      printf 'Missing packages:\n%s\nInstall them with:\n  sudo %s\n' "$reasons" "$line" >&2
      exit 2
    fi
  fi
  printf 'Installing what is missing:\n%s' "$reasons" >&2
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive $line -qq >/dev/null
}

build() { # preset [targets…]
  local preset=$1; shift
  export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
  export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
  cmake --preset "$preset" >"build-$preset.log" 2>&1 || { cat "build-$preset.log" >&2; exit 1; }
  rm -f "build-$preset.log"
  cmake --build --preset "$preset" -- "$@"
}

demo() {
  install_missing "$BUILD_PACKAGES"
  build release
  local program=build/release/bin
  local data="${XDG_DATA_HOME:-$HOME/.local/share}/yanxun/demo.db"
  if [ ! -e "$data" ]; then
    "$program/yanxunctl" demo
  fi
  mkdir -p build/demo
  local kind format
  for kind in $("$program/yanxunctl" --data "$data" report --list); do
    for format in xml html pdf; do
      "$program/yanxunctl" --data "$data" report "$kind" --year 2021 --format $format -o "build/demo/$kind.$format"
      echo "build/demo/$kind.$format"
    done
  done
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program/yanxun" --data "$data"
  fi
  "$program/yanxunctl" --data "$data" figures --year 2021
}

run_tests() {
  install_missing "$BUILD_PACKAGES
$TEST_PACKAGES"
  build ci
  # Each file must include what it uses: one configuration of the SDK without precompiled headers.
  cmake --preset ci -B build/plain -DYANXUN_PCH=OFF -DYANXUN_TESTS=OFF >/dev/null
  cmake --build build/plain --target yanxun_sdk yanxun_ui
  ctest --preset ci
}

bench() {
  install_missing "$BUILD_PACKAGES
$BENCH_PACKAGES"
  build bench
  exec tests/bench/run.sh build/bench
}

fuzz() {
  install_missing "$BUILD_PACKAGES
$FUZZ_PACKAGES"
  build fuzz fuzzers
  exec tests/fuzz/run.sh build/fuzz "${1:-600}"
}

package() {
  install_missing "$BUILD_PACKAGES
$PACKAGE_PACKAGES"
  build release
  (cd build/release && cpack -G DEB)
}

case "${1:-}" in
  demo) demo ;;
  test) run_tests ;;
  bench) bench ;;
  fuzz) fuzz "${2:-}" ;;
  package) package ;;
  *) usage; [ "${1:-}" = --help ] || exit 2 ;;
esac
