#!/usr/bin/env bash
# httperf sends another request on a connection whose end was announced, and counts the end as a reset.
#
# "Connection: close" in a response says that the server answers nothing more on this connection, and that the client
# sends nothing more on it (RFC 9112, 9.6). httperf that is to make two calls a connection sends the second even so.
# The end that it then reads is an orderly one, for the server has read everything; yet each counts as "connreset",
# which its manual explains as "failed due to a RESET from the server". So against a server that may close, such as one
# that refuses with 503, its resets say nothing about resets.
#
# Seen on 2026-11-29 with: httperf 0.9.0 of Debian 12. Needs: apt-get (to download), the libraries that httperf
# depends on, node for the server.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq -o APT::Sandbox::User=root "httperf=0.9.0-*" >/dev/null
dpkg -x httperf_*.deb package
cat >serve.mjs <<'JS'
import { createServer } from 'node:net';
let answered = 0, sentAfterwards = 0, endedInOrder = 0;
const server = createServer({ allowHalfOpen: true }, socket => {
  socket.on('error', () => {});
  socket.once('data', () => {
    answered++;
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello');
    socket.once('data', () => sentAfterwards++);
  });
  socket.on('end', () => endedInOrder++);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('SIGTERM', () => { console.log(answered, sentAfterwards, endedInOrder); process.exit(); });
JS
coproc { exec node serve.mjs; }
server=$COPROC_PID
exec 3<&"${COPROC[0]}"
read -r port <&3
httperf() {
    package/usr/bin/httperf --server 127.0.0.1 --port "$port" --num-conns 20 --rate 20 --num-calls "$1" 2>&1
}
httperf 1 >once
httperf 2 >twice
kill -TERM "$server"
read -r answered after ended <&3
resets() { sed -n 's/^Errors: .* connreset \([0-9]*\)$/\1/p' "$1"; }
echo "answered $answered, sent after the end was announced $after, ended in order $ended;" \
    "httperf: $(resets once) resets with one call a connection, $(resets twice) with two"
[ "$answered" -eq 40 ]
[ "$after" -eq 20 ]
[ "$ended" -eq 40 ]
[ "$(resets once)" -eq 0 ]
[ "$(resets twice)" -eq 20 ]
