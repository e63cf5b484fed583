#!/usr/bin/env bash
# with_display.sh COMMAND…: runs the command on a display of its own (Xvfb, with openbox where it is installed) with a
# private bus and private folders, and ends all of them after. YANXUN_DISPLAY=:7 takes that display instead.
set -uo pipefail
folder=$(mktemp -d)
started=()
finish() {
  status=$?
  trap - EXIT
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null; done
  rm -rf "$folder"
  exit "$status"
}
trap finish EXIT
trap 'exit 143' TERM INT

if [ -n "${YANXUN_DISPLAY:-}" ]; then
  export DISPLAY=$YANXUN_DISPLAY
else
  command -v Xvfb >/dev/null || { echo "Xvfb is missing (Debian: xvfb)" >&2; exit 1; }
  Xvfb -displayfd 3 -screen 0 1920x1200x24 -dpi 96 -nolisten tcp 3>"$folder/display" >"$folder/xvfb.log" 2>&1 &
  started+=($!)
  for _ in $(seq 200); do
    [ -s "$folder/display" ] && break
    sleep 0.05
  done
  [ -s "$folder/display" ] || { cat "$folder/xvfb.log" >&2; exit 1; }
  DISPLAY=:$(cat "$folder/display")
  export DISPLAY
  if command -v openbox >/dev/null; then
    HOME=$folder openbox --sm-disable >"$folder/openbox.log" 2>&1 &
    started+=($!)
    sleep 0.5
  fi
fi

mkdir -m 700 "$folder/run"
mkdir "$folder/config" "$folder/data" "$folder/cache"
export XDG_RUNTIME_DIR=$folder/run XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data XDG_CACHE_HOME=$folder/cache
export NO_AT_BRIDGE=1 GDK_BACKEND=x11 LANG=C.UTF-8 GSETTINGS_BACKEND=memory
unset GTK_THEME WAYLAND_DISPLAY
if command -v dbus-run-session >/dev/null; then
  dbus-run-session -- "$@"
else
  "$@"
fi
