#!/usr/bin/env bash
# wrk counts a response that ends with its connection as a request, and as a read error.
#
# A response without Content-Length ends when the server closes the connection (RFC 9112, 6.3). wrk takes it, counts
# it among its requests and its latencies, and then counts the end of the connection as a socket error as well. So a
# server that answers every request correctly has as many "read" errors as requests.
#
# Seen on 2026-11-28 with: wrk 4.1.0 of Debian 12. Needs: apt-get (to download), the libraries that wrk
# depends on, node for the server.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq -o APT::Sandbox::User=root "wrk=4.1.0-*" >/dev/null
dpkg -x wrk_*.deb package
cat >serve.mjs <<'JS'
import { createServer } from 'node:net';
let answered = 0;
const server = createServer(socket => {
  socket.on('error', () => {});
  socket.once('data', () => {
    answered++;
    socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello');
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('SIGTERM', () => { console.log(answered); process.exit(); });
JS
coproc { exec node serve.mjs; }
server=$COPROC_PID
exec 3<&"${COPROC[0]}"
read -r port <&3
package/usr/bin/wrk --threads 1 --connections 4 --duration 2s "http://127.0.0.1:$port/" >report
kill -TERM "$server"
read -r answered <&3
requests=$(sed -n 's/^ *\([0-9]*\) requests in .*/\1/p' report)
errors=$(sed -n 's/.*Socket errors:.* read \([0-9]*\),.*/\1/p' report)
echo "answered $answered; wrk: $requests requests, ${errors:-0} read errors"
# The last four may be under way when it stops.
[ "$requests" -gt 100 ]
[ $((answered - requests)) -le 4 ]
[ $((requests - ${errors:-0})) -le 4 ]
