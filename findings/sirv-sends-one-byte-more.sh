#!/usr/bin/env bash
# sirv answers "the last 100 bytes" with the first 101.
#
# `Range: bytes=-100` asks for the last 100 bytes of a file (RFC 9110, 14.1.2: suffix-range). sirv, a much used file
# server for node, takes the missing first number for 0 and sends bytes 0 to 100, well formed and with status 206.
# Players that read the index at the end of a video in this way get its beginning.
#
# Seen on 2026-11-28 with: sirv 3.0.2. Needs: node 20, npm, curl 7.84 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit sirv@3.0.2
mkdir site
head -c 1000 /dev/zero >site/file.bin
cat >serve.mjs <<'JS'
import { createServer } from 'node:http';
import sirv from 'sirv';
const server = createServer(sirv('site'));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
coproc { exec node serve.mjs; }
server=$COPROC_PID
read -r port <&"${COPROC[0]}"
answer=$(curl --silent --output bytes --write-out '%{http_code} %header{content-range}' \
    --header 'Range: bytes=-100' "http://127.0.0.1:$port/file.bin")
count=$(wc -c <bytes)
echo "bytes=-100 of 1000: $answer, $count bytes"
[ "$answer" = "206 bytes 0-100/1000" ]
[ "$count" -eq 101 ]
