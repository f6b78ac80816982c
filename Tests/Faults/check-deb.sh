#!/usr/bin/env bash
# Installs the package in a Debian without Swift and goes through a first day there: check-deb.sh FOLDER PACKAGE.
# Ends with 77 and a reason where no such Debian can be had here.
set -euo pipefail

folder=$(realpath -m "$1")
package=$(realpath "$2")
system=$folder/debian
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
release=$(. /etc/os-release; echo "${VERSION_CODENAME:-bookworm}")

skip() { echo "$1"; exit 77; }
[ "$(id -u)" = 0 ] || skip "a chroot takes root"
command -v debootstrap >/dev/null || skip "debootstrap is not there"
if [ ! -e "$system/.complete" ]; then
  rm -rf "$system"
  debootstrap --variant=minbase "$release" "$system" "$mirror" >"$folder/debootstrap.log" 2>&1 ||
    skip "debootstrap of $release failed: $(tail -1 "$folder/debootstrap.log")"
  touch "$system/.complete"
fi

inside() { chroot "$system" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
cp "$package" "$system/root/tongbao.deb"
rm -rf "$system/srv/kaoping"
# No service is started there, and /proc is what the program finds its own path by.
printf '#!/bin/sh\nexit 101\n' >"$system/usr/sbin/policy-rc.d"
chmod 755 "$system/usr/sbin/policy-rc.d"
rm -f "$system/etc/dpkg/dpkg.cfg.d/docker" # pages of the manual are kept
mount -t proc proc "$system/proc"
trap 'umount -l "$system/proc"' EXIT
cp /etc/resolv.conf "$system/etc/resolv.conf"
inside apt-get update -qq >"$folder/deb.log" 2>&1
inside apt-get install -y -qq man-db >>"$folder/deb.log" 2>&1
inside apt-get purge -y -qq tongbao >>"$folder/deb.log" 2>&1 || true
inside apt-get install -y /root/tongbao.deb >>"$folder/deb.log" 2>&1
inside tongbao --version
inside sh -c 'man tongbao-run | col -b | grep -q "tongbao run"'
inside tongbao init /srv/kaoping >/dev/null
# As its README.txt says: the example sheets, and the period that they are of.
inside sh -c 'cd /srv/kaoping && cp 示例/*.csv inbox/ &&
  period=$(sed -n "s/^  tongbao run .*--period \([^ ]*\).*/\1/p" README.txt) &&
  tongbao run --period "$period" && tongbao status && tongbao doctor && tongbao verify' >>"$folder/deb.log" 2>&1
cp -R "$(dirname "$0")/../../samples/haining-2017" "$system/srv/haining"
inside sh -c 'cd /srv/haining && tongbao run --period 2017-10 --date 2017-11-06' >>"$folder/deb.log" 2>&1 || [ $? = 3 ]
[ -s "$system/srv/haining/public/2017-10/r1/circular.html" ]
rm -rf "$system/srv/haining"
inside apt-get purge -y tongbao >>"$folder/deb.log" 2>&1
[ ! -e "$system/usr/bin/tongbao" ] && [ ! -e "$system/usr/share/tongbao" ]
