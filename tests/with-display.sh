#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a program under a display, a session bus and a home of its own, all made for it and gone
# afterwards, so that a test meets the same world on every machine and leaves no trace on this one.
# usage: with-display.sh PROGRAM [ARGUMENT...]
# WITH_DISPLAY_SCREEN sets the size and depth of the screen (1280x900x24).
set -u

for needed in Xvfb dbus-daemon; do
    if ! command -v "$needed" >/dev/null; then
        echo "with-display.sh: $needed is not installed; \"make deps\" brings it" >&2
        exit 99
    fi
done

place=$(mktemp -d "${TMPDIR:-/tmp}/upstand-display-XXXXXX") || exit 99
server= bus= program=
finish () {
    trap - EXIT HUP INT TERM
    # Only what was started here, last first, each by its own number.
    for pid in $program $bus $server; do
        kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
    done
    rm -rf "$place"
}
trap 'finish' EXIT
trap 'finish; exit 143' HUP INT TERM

export HOME="$place/home"
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share"
export XDG_CACHE_HOME="$HOME/.cache" XDG_STATE_HOME="$HOME/.local/state"
export XDG_RUNTIME_DIR="$place/runtime"
mkdir -p "$XDG_CONFIG_HOME/gtk-4.0" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
mkdir -m 0700 "$XDG_RUNTIME_DIR"
cat >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini" <<EOF
[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=false
gtk-cursor-blink=false
EOF

# The cairo renderer and no OpenGL: the same pixels everywhere, and the quickest start.
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG="${GDK_DEBUG:-gl-disable}" LIBGL_ALWAYS_SOFTWARE=1
export GSETTINGS_BACKEND="${GSETTINGS_BACKEND:-memory}" GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1
export GIO_USE_VFS=local GTK_A11Y="${GTK_A11Y:-none}" LC_ALL="${LC_ALL:-C.UTF-8}" TZ=UTC
unset WAYLAND_DISPLAY XAUTHORITY SESSION_MANAGER DESKTOP_STARTUP_ID

mkfifo "$place/display" "$place/bus"
Xvfb -displayfd 3 -screen 0 "${WITH_DISPLAY_SCREEN:-1280x900x24}" -nolisten tcp -noreset \
    3>"$place/display" >"$place/Xvfb.log" 2>&1 </dev/null &
server=$!
# A server that dies closes its end, and the read comes back empty: nothing to wait or poll for.
if ! read -r number <"$place/display"; then
    echo "with-display.sh: the virtual display did not start:" >&2
    cat "$place/Xvfb.log" >&2
    exit 99
fi
export DISPLAY=":$number"

dbus-daemon --session --nofork --nopidfile --print-address=3 \
    3>"$place/bus" >"$place/bus.log" 2>&1 </dev/null &
bus=$!
if ! read -r DBUS_SESSION_BUS_ADDRESS <"$place/bus"; then
    echo "with-display.sh: the session bus did not start:" >&2
    cat "$place/bus.log" >&2
    exit 99
fi
export DBUS_SESSION_BUS_ADDRESS

# In the background and waited for, so that a signal is heard at once and not when it is over.
"$@" &
program=$!
wait "$program"
result=$?
program=
exit "$result"
