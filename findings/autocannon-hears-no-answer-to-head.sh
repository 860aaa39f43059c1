#!/usr/bin/env bash
# autocannon hears no answer to HEAD: all its clients wait until their time is over.
#
# An answer to HEAD has the Content-Length that GET would have had, and no content (RFC 9110, 9.3.2). autocannon takes
# its method from the user, `--method HEAD` among others, and does not tell it to its parser of answers, which goes on
# waiting for the content. So a server that answers at once seems to answer nobody: 0 answers, and after each timeout an
# error. The bytes that came are counted all the same, so they are more than none.
#
# Seen on 2026-11-29 with: autocannon 9.0.0. Needs: node 20, npm and curl.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit autocannon@9.0.0
cat >serve.mjs <<'JS'
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  response.setHeader('Content-Length', 5);
  response.end('hello');
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
cat >verdict.mjs <<'JS'
import { readFileSync } from 'node:fs';
const [get, head] = ['GET', 'HEAD'].map(name => JSON.parse(readFileSync(name)));
const words = run => `${run['2xx']} answers, ${run.timeouts} timeouts, ${run.throughput.total} bytes`;
console.log(`GET:  ${words(get)}`);
console.log(`HEAD: ${words(head)}`);
const holds = get['2xx'] > 0 && get.timeouts === 0 && head['2xx'] === 0 && head.timeouts > 0
    && head.throughput.total > 0;
process.exit(holds ? 0 : 1);
JS
coproc { exec node serve.mjs; }
server=$COPROC_PID
read -r port <&"${COPROC[0]}"
curl --silent --show-error --max-time 5 --head "http://127.0.0.1:$port/" | head -n 1
for method in GET HEAD; do
    timeout 60 node_modules/.bin/autocannon --json --no-progress --connections 2 --duration 4 --timeout 1 \
        --method "$method" "http://127.0.0.1:$port/" 2>/dev/null >"$method"
done
node verdict.mjs
