#!/usr/bin/env bash
# curl's time to the first byte of an answer has passed, for an upload, before the server has begun to think.
#
# time_starttransfer is what a server's answers are often timed by; the manual says that it includes "the time the
# server needed to calculate the result". Here a server takes two seconds for every answer. For a GET curl says two. For
# an upload it says almost nothing: it takes the time at which the body starts to go out, or at which `100 Continue`
# comes in (curl's issues 218 and 11669). And for a GET it is the time of `103 Early Hints`, if they come before the
# answer. time_total is right in all four cases.
#
# Seen on 2026-11-28 with: curl 7.88.1 of Debian 12. Needs: apt-get (to download), the libraries that curl depends on,
# node 20 for the server.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq -o APT::Sandbox::User=root "curl=7.88.1-*" "libcurl4=7.88.1-*" >/dev/null
for archive in *.deb; do
    dpkg -x "$archive" package
done
libraries=$(echo package/usr/lib/*-linux-gnu)
curl() {
    LD_LIBRARY_PATH=$libraries package/usr/bin/curl "$@"
}
curl --version | head -n 1
cat >serve.mjs <<'JS'
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  if (request.url === '/hints') {
    response.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' });
  }
  request.resume();
  request.on('end', () => setTimeout(() => response.end('hello'), 2000));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
coproc { exec node serve.mjs; }
server=$COPROC_PID
read -r port <&"${COPROC[0]}"
head -c 100000 /dev/zero >file.bin
seconds() {
    curl --silent --show-error --output answer --write-out '%{time_starttransfer} %{time_total}' "$@"
    [ "$(cat answer)" = hello ]
}
get=$(seconds "http://127.0.0.1:$port/")
upload=$(seconds --upload-file file.bin --header 'Expect:' "http://127.0.0.1:$port/")
continued=$(seconds --upload-file file.bin --header 'Expect: 100-continue' "http://127.0.0.1:$port/")
hinted=$(seconds "http://127.0.0.1:$port/hints")
echo "seconds to the first byte, and in all, of an answer that takes two:"
echo "GET: $get; upload: $upload; upload after 100: $continued; GET with early hints: $hinted"
awk -v first=1.9 '$1 < first || $2 < first { exit 1 }' <<<"$get"
for early in "$upload" "$continued" "$hinted"; do
    awk '$1 > 1 || $2 < 1.9 { exit 1 }' <<<"$early"
done
