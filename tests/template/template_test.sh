#!/usr/bin/env bash
# template_test.sh SOURCE BUILD: what the README of templates/plugin promises, done outside the tree. Prints each step;
# the first that fails ends it.
set -euo pipefail
source_tree=$1 build=$2
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export HOME=$place XDG_CONFIG_HOME=$place/config XDG_DATA_HOME=$place/data XDG_STATE_HOME=$place/state XDG_CACHE_HOME=$place/cache
export CCACHE_DIR=${CCACHE_DIR:-$(ccache --get-config cache_dir 2>/dev/null || true)}
unset DISPLAY WAYLAND_DISPLAY YANXUN_PLUGIN_PATH

step() { echo "— $*"; }
expect() { # expected actual what
  [ "$1" = "$2" ] || { echo "$3: expected «$1», got «$2»" >&2; exit 1; }
}
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
configure() { # folder
  cmake -S "$1" -B "$1/build" -G Ninja -DCMAKE_PREFIX_PATH="$place/prefix" -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_FLAGS_DEBUG=-O0 "${launcher[@]}" >"$1.log" 2>&1 || { cat "$1.log" >&2; exit 1; }
}

step "the SDK alone is installed"
cmake --install "$build" --component sdk --prefix "$place/prefix" >/dev/null
[ -e "$place/prefix/include/yanxun/plugin.h" ]
[ ! -e "$place/prefix/bin" ]

step "the starter plugin builds outside the tree, and its own test passes"
cp -r "$source_tree/templates/plugin" "$place/notes"
configure "$place/notes"
cmake --build "$place/notes/build"
ctest --test-dir "$place/notes/build" --output-on-failure
folder=$place/notes/build/lib/yanxun/plugins/notes
expect yanxun_plugin "$(nm -D --defined-only "$folder/notes.so" | awk '{print $3}')" "exported symbols"
[ -e "$folder/assets/icons/note.svg" ]
[ -e "$place/notes/build/share/locale/en/LC_MESSAGES/notes.mo" ]

export YANXUN_PLUGIN_PATH=$place/notes/build/lib/yanxun/plugins
state=$("$build/bin/yanxunctl" plugins --json | tr '{' '\n' | grep '"id":"notes"' | grep -o '"state":"[a-z]*"')
expect '"state":"running"' "$state" "state of the plugin"

walk() { # database
  local ctl=("$build/bin/yanxunctl" --data "$1" --as 测试员 --at 2021-06-01T09:00:00)
  step "its verbs work on ${1%%:*}"
  "${ctl[@]}" migrate >/dev/null
  local id
  id=$("${ctl[@]}" notes add 防灾减灾日演练 --day 2021-05-12 --body 疏散用时三分钟 --json | tr -dc 0-9)
  "${ctl[@]}" notes add 今天的事 >/dev/null
  expect 2 "$("${ctl[@]}" notes list --json | grep -o '"title"' | wc -l)" "notes listed"
  expect 1 "$("${ctl[@]}" notes list --find 疏散 --json | grep -o '"title"' | wc -l)" "notes found"
  "${ctl[@]}" notes edit "$id" --title 消防演练 >/dev/null
  "${ctl[@]}" figures --year 2021 --json | grep -q '"id":"notes.written","title":"记事","unit":"条","value":2,"series":\[{"key":"202105"'
  "${ctl[@]}" export notes.records --format csv -o "$place/notes.csv" 2>/dev/null
  grep -q '2021-05-12,消防演练,疏散用时三分钟' "$place/notes.csv"
  "${ctl[@]}" notes remove "$id" >/dev/null
  local code=0
  "${ctl[@]}" notes remove "$id" >/dev/null 2>"$place/said" || code=$?
  expect 4 $code "removing what is gone"
  grep -q '可能已被删除' "$place/said"
  code=0
  "${ctl[@]}" notes add ' ' >/dev/null 2>"$place/said" || code=$?
  expect 4 $code "a note without a title"
  "${ctl[@]}" check >/dev/null
}

walk "$place/notes.db"
server=${YANXUN_TEST_PG:?names no PostgreSQL server; run this by ctest}
name=yanxun_template_$$
psql -q "$server" -c "CREATE DATABASE $name TEMPLATE template0"
trap 'psql -q "$server" -c "DROP DATABASE IF EXISTS $name WITH (FORCE)"; rm -rf "$place"' EXIT
walk "${server%/*}/$name"

step "renamed as the README says, it builds and passes again"
cp -r "$source_tree/templates/plugin" "$place/visits"
cd "$place/visits"
grep -rl notes . | xargs sed -i 's/notes/visits/g'
mv notes_plugin.cpp visits_plugin.cpp
mv view/notes_page.h view/visits_page.h && mv view/notes_page.cpp view/visits_page.cpp
mv test/notes_test.cpp test/visits_test.cpp
configure "$place/visits"
cmake --build build --target visits_core visits_test
ctest --test-dir build --output-on-failure
echo "all is well"
