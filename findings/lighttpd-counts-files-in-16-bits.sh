#!/usr/bin/env bash
# lighttpd takes server.max-fds modulo 65,536: told that it may open more files, it opens fewer.
#
# Systems allow a process a million open files now, and whoever writes that number into the configuration of a server
# expects room for as many clients. lighttpd keeps it in 16 bits and says nothing: of 65,736 files 200 are left, and of
# 65,536 or 1,048,576 nothing, which counts as not set and means 4,096, or the process's own limit where that is lower.
# (`-tt`, which tests a configuration, finds all of them good.) How many it has made of the number shows only if too many
# connections are asked for as well. And of these it allows a third of the files where nothing is said, so that a server
# that was told a million serves at most 1,365 clients.
#
# Seen on 2026-11-30 with: lighttpd 1.4.69 of Debian 12. Needs: apt-get (to download), the libraries that lighttpd
# depends on, and that it may open 4,096 files (`ulimit -Hn`).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ulimit -Sn 4096
apt-get download -qq -o APT::Sandbox::User=root "lighttpd=1.4.69-*" >/dev/null
dpkg -x lighttpd_*.deb package
lighttpd=package/usr/sbin/lighttpd
modules=package/usr/lib/lighttpd
"$lighttpd" -v | head -n 1
mkdir site
allowed() {
    cat >lighttpd.conf <<CONF
server.bind = "127.0.0.1"
server.port = 0
server.document-root = "$work/site"
server.modules = ()
server.max-fds = $1
server.max-connections = 30000
CONF
    "$lighttpd" -tt -m "$modules" -f lighttpd.conf >/dev/null 2>&1 || {
        echo "this configuration is not good"
        return
    }
    timeout 2 "$lighttpd" -D -m "$modules" -f lighttpd.conf 2>&1 | grep -o 'more connections than fds/2: .*' || true
}
for files in 200 65736 65536 1048576; do
    echo "max-fds = $files: can't have $(allowed "$files")"
done | tee seen
[ "$(cut -d' ' -f11- seen | tr '\n' ' ')" = "200 200 4096 4096 " ]
