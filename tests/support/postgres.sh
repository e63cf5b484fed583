#!/bin/bash
# postgres.sh start|stop <folder>: a PostgreSQL server for tests on loopback, its data in the folder. It refuses to run
# as root, so root hands it to an unprivileged user. Durability is off: no test pulls the plug.
set -euo pipefail
verb=$1
folder=$(realpath -m "$2")
data=$folder/data
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v pg_ctl || echo /nonexistent/pg_ctl)")
if [ ! -x "$bin/pg_ctl" ]; then
    echo "PostgreSQL is not installed: apt-get install postgresql" >&2
    exit 1
fi

# The command, as an unprivileged user when we are root.
unprivileged() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif command -v setpriv >/dev/null; then
        setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups --no-new-privs -- "$@"
    elif command -v runuser >/dev/null; then
        runuser -u "$owner" -- "$@"
    else
        su -s /bin/sh "$owner" -c "$(printf '%q ' "$@")"
    fi
}
owner=postgres
id "$owner" >/dev/null 2>&1 || owner=nobody

stop() {
    if [ -f "$data/postmaster.pid" ]; then
        (cd / && unprivileged "$bin/pg_ctl" -D "$data" -m immediate -w -t 30 stop >/dev/null 2>&1) || true
    fi
    local elsewhere
    elsewhere=$(readlink "$folder/data" || true)
    case $elsewhere in /tmp/yanxun-postgres.*) rm -rf "$elsewhere" ;; esac
    rm -rf "$folder"
}

# A port nobody listens on; the kernel's own range is left to clients.
free_port() {
    local port
    for _ in $(seq 50); do
        port=$((20000 + RANDOM % 12000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    echo "no free port on loopback" >&2
    return 1
}

# The user must be able to walk to the folder; a home closed to others is no place for its data.
place_for_data() {
    mkdir -p "$folder"
    if [ "$(id -u)" -eq 0 ]; then
        chown "$owner" "$folder"
        if ! (cd / && unprivileged test -w "$folder"); then
            data=$(mktemp -d /tmp/yanxun-postgres.XXXXXX)
            chown "$owner" "$data"
            ln -sfn "$data" "$folder/data"
            return
        fi
    fi
    data=$folder/data
}

start() {
    stop # what a killed run left
    place_for_data
    local log=$folder/server.log
    (cd / && unprivileged "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync \
        >/dev/null 2>"$log.init") || { cat "$log.init" >&2; exit 1; }
    for _ in 1 2 3 4 5; do
        local port
        port=$(free_port)
        if (cd / && unprivileged "$bin/pg_ctl" -D "$data" -l "$data/server.log" -w -t 60 -s -o "-p $port \
            -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off \
            -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB -c max_wal_size=2GB" start \
            >/dev/null 2>&1 </dev/null); then
            echo "postgresql://postgres@127.0.0.1:$port/postgres" >"$folder/uri"
            return
        fi
    done
    cat "$data/server.log" >&2
    exit 1
}

case $verb in
start) start ;;
stop) stop ;;
*)
    echo "usage: postgres.sh start|stop FOLDER" >&2
    exit 2
    ;;
esac
