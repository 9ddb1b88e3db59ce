#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing of .ci/packages, and says what before it does.
# usage: scripts/deps.sh GROUP...   (build, test, check)
set -eu
cd "$(dirname "$0")/.."

wanted () { # the lines of the groups asked for
    for group; do
        grep -E "^$group[[:space:]]" .ci/packages
    done
}

present () { # package probe
    if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
        case "$installed" in *" $1 "*) return 0 ;; *) return 1 ;; esac
    fi
    case "$2" in
    cmd:*) command -v "${2#cmd:}" >/dev/null ;;
    pc:*) pkg-config --exists "${2#pc:}" 2>/dev/null ;;
    py:*) python3 -c "import ${2#py:}" 2>/dev/null ;;
    *) return 0 ;;
    esac
}

installed=" "
if command -v dpkg-query >/dev/null; then
    # One question for all of them: this runs before every make target.
    # shellcheck disable=SC2046
    installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' \
        $(wanted "$@" | awk '{ print $2 }') 2>/dev/null |
        awk '$1 == "installed" { printf "%s ", $2 }')"
fi

missing=$(wanted "$@" | while read -r group package probe; do
    present "$package" "$probe" || echo "$package"
done | tr '\n' ' ')
missing=${missing% }
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Upstand needs these, under their Debian names, and this system has no apt-get:" >&2
    echo "  $missing" >&2
    echo "Install what your system calls them, then try again." >&2
    exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Upstand needs packages that are not installed, and there is no sudo. As root:" >&2
        echo "  apt-get install --no-install-recommends $missing" >&2
        exit 1
    fi
    as_root=sudo
    # Nobody is there to type a password.
    [ -t 0 ] || as_root="sudo -n"
fi

echo "Installing what Upstand needs and this machine lacks:"
echo "  $missing"
quiet="-q -o=Dpkg::Use-Pty=0 -o=Acquire::Retries=3 -o=DPkg::Lock::Timeout=300"
# shellcheck disable=SC2086
$as_root apt-get $quiet update </dev/null ||
    echo "The list of packages could not be renewed; trying with the one at hand." >&2
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get $quiet install -y --no-install-recommends $missing </dev/null
