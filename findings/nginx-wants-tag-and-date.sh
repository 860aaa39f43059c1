#!/usr/bin/env bash
# nginx sends a file again whose entity tag the client has, if the date beside it is an older one.
#
# A client may send If-None-Match and If-Modified-Since. Then the date must be ignored (RFC 9110, 13.1.3: "A recipient
# MUST ignore If-Modified-Since if the request contains an If-None-Match header field"), and a tag that fits means 304.
# nginx wants both to agree: with its own tag and a date before its own it sends the whole file with 200.
# A cache that keeps the tag of one response and the date of another, or rounds dates down, never gets a 304.
#
# Seen on 2026-11-28 with: nginx 1.22.1 of Debian 12. Needs: apt-get (to download), the libraries that nginx
# depends on, curl 7.84 or newer.
set -euo pipefail
work=$(mktemp -d)
trap '[ -f "$work/pid" ] && kill "$(cat "$work/pid")" 2>/dev/null; rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
apt-get download -qq -o APT::Sandbox::User=root "nginx=1.22.1-*" >/dev/null
dpkg -x nginx_*.deb package
mkdir -p site logs
echo hello >site/file.txt
port=$((20000 + RANDOM % 10000))
cat >nginx.conf <<CONF
pid $work/pid;
error_log $work/logs/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $work/a; proxy_temp_path $work/b; fastcgi_temp_path $work/c;
    uwsgi_temp_path $work/d; scgi_temp_path $work/e;
    server { listen 127.0.0.1:$port; root $work/site; }
}
CONF
package/usr/sbin/nginx -v
package/usr/sbin/nginx -p "$work" -c "$work/nginx.conf" 2>/dev/null
page=http://127.0.0.1:$port/file.txt
tag=$(curl --silent --output /dev/null --write-out '%header{etag}' "$page")
status() {
    curl --silent --output /dev/null --write-out '%{http_code}' "$@" "$page"
}
alone=$(status --header "If-None-Match: $tag")
beside=$(status --header "If-None-Match: $tag" --header 'If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT')
echo "its own tag: $alone; the same beside an older date: $beside"
[ "$alone" = 304 ]
[ "$beside" = 200 ]
