#!/usr/bin/env bash
# Kills, fills, hides and floods: what the built program promises when things go wrong: check-faults.sh FOLDER [NAME…],
# with TONGBAO naming the program. `make check-faults` calls it; it is no part of `make test`.
# POINTS (200), FILES (100000) and PUBLICATIONS (50) say how much is tried; PACKAGE=tongbao.deb tries a package too.
set -euo pipefail

folder=$(realpath -m "$1")
shift
TONGBAO=$(realpath "${TONGBAO:-tongbao}")
here=$(dirname "$(realpath "$0")")
export TONGBAO
mkdir -p "$folder"

missing=()
command -v cc >/dev/null || command -v clang >/dev/null || missing+=(gcc libc6-dev)
command -v strace >/dev/null || missing+=(strace)
command -v python3 >/dev/null || missing+=(python3)
command -v setpriv >/dev/null || missing+=(util-linux)
[ -x /usr/bin/time ] || missing+=(time)
[ -z "${PACKAGE:-}" ] || command -v debootstrap >/dev/null || missing+=(debootstrap)
[ -z "${PACKAGE:-}" ] || command -v lintian >/dev/null || missing+=(lintian)
if [ ${#missing[@]} -gt 0 ]; then
  echo "installing ${missing[*]}"
  as_root=; [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "${missing[@]}" >/dev/null
fi

export STOP_AT=$folder/stop_at
"$(command -v cc || command -v clang)" -O2 -Wall -Wextra -Werror -o "$STOP_AT" "$here/stop_at.c"
[ -z "${PACKAGE:-}" ] || { PACKAGE=$(realpath "$PACKAGE"); export PACKAGE; }
# Waiting for a disk proves nothing here, for a kill loses no write: where there is a disk in memory, it is used.
work=$folder/work
[ ! -w /dev/shm ] || work=$(mktemp -d /dev/shm/tongbao-faults.XXXXXX)
mkdir -p "$work" && chmod 755 "$work" # another account tries too
trap '[ "$work" = "$folder/work" ] || [ -e "$work/.failed" ] || rm -rf "$work"' EXIT
FOLDER=$folder python3 -B "$here/check_faults.py" "$work" "$@" || { touch "$work/.failed"; echo "see $work"; exit 1; }
