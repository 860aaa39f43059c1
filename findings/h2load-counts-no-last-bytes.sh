#!/usr/bin/env bash
# h2load does not count the bytes after which a server closes: 2,000 answers, 0 bytes a second.
#
# h2load's first line gives requests and bytes a second. What it reads together with the end of the answer to a
# connection's last request (`Connection: close`, RFC 9112, 9.6) is counted as a request, as headers and as data, but
# not as traffic. So a server that closes after each answer sends 0 bytes a second, and one that closes now and then
# sends too little, while requests, status codes and data are right and nothing has failed.
#
# Seen on 2026-11-29 with: h2load 1.52.0 of Debian 12. Needs: h2load (nghttp2-client), node for the server.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
cat >serve.mjs <<'JS'
import { createServer } from 'node:http';
const body = 'x'.repeat(1000);
const server = createServer((request, response) => {
  if (request.url === '/close') response.setHeader('Connection', 'close');
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
coproc { exec node serve.mjs; }
server=$COPROC_PID
read -r port <&"${COPROC[0]}"
for path in keep close; do
    timeout 30 h2load --h1 --threads=1 --clients=4 --requests=2000 "http://127.0.0.1:$port/$path" >"$path" 2>&1
    echo "$path: $(grep '^finished' "$path") / $(grep '^traffic' "$path")"
done
# Both had all their answers, and took them for that.
grep -q '2000 succeeded, 0 failed, 0 errored, 0 timeout' keep
grep -q '2000 succeeded, 0 failed, 0 errored, 0 timeout' close
grep -q '^traffic: .*(2000000) data' keep
grep -q '^traffic: .*(2000000) data' close
total() { sed -n 's/^traffic: [^(]*(\([0-9]*\)) total.*/\1/p' "$1"; }
[ "$(total keep)" -gt 2000000 ]
[ "$(total close)" -eq 0 ]
grep -q '^finished .* 0B/s$' close
