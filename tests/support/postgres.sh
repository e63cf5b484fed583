#!/usr/bin/env bash
# postgres.sh start|stop FOLDER: a PostgreSQL server for the tests, on loopback, on a free port, in a scratch folder,
# under an unprivileged user. FOLDER/uri says how to reach it. A folder left behind by a killed run is replaced.
set -euo pipefail
verb=$1 folder=$2

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "no PostgreSQL server found: install the package postgresql" >&2; exit 1; }

# The server refuses to run as root: another user runs it then, in a folder that user may enter.
as() {
  if [ "$(id -u)" -ne 0 ]; then "$@"; return; fi
  local user=nobody
  id postgres >/dev/null 2>&1 && user=postgres
  setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups -- "$@"
}

stop() {
  [ -f "$folder/where" ] || return 0
  local where; where=$(cat "$folder/where")
  [ -f "$where/data/postmaster.pid" ] && (cd / && as "$bin/pg_ctl" -D "$where/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$where"
  rm -f "$folder/where" "$folder/uri"
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 30000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

start() {
  mkdir -p "$folder"
  stop
  # Not below FOLDER: the user may lack the right to enter a home directory on the way.
  local where; where=$(mktemp -d "${TMPDIR:-/tmp}/yanxun-postgres.XXXXXX")
  chmod 755 "$where"
  if [ "$(id -u)" -eq 0 ]; then
    if id postgres >/dev/null 2>&1; then chown postgres "$where"; else chown nobody "$where"; fi
  fi
  echo "$where" >"$folder/where"
  cd /
  as "$bin/initdb" -D "$where/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$where.log" 2>&1 ||
    { cat "$where.log" >&2; exit 1; }
  rm -f "$where.log"
  local port try
  for try in 1 2 3 4 5; do
    port=$(free_port)
    if as "$bin/pg_ctl" -D "$where/data" -l "$where/log" -w -t 60 -o \
        "-p $port -k $where -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200" start >/dev/null; then
      echo "postgresql://postgres@127.0.0.1:$port/postgres" >"$folder/uri"
      return
    fi
  done
  cat "$where/log" >&2
  exit 1
}

"$verb"
