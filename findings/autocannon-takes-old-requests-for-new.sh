#!/usr/bin/env bash
# autocannon's latency grows with the length of the run, if the server closes its connections.
#
# When an answer has come, autocannon writes its next request on the same connection. If that answer said
# `Connection: close`, nobody reads the request (RFC 9112, 9.6): autocannon opens another connection and asks once
# more, but keeps the lost request in its list, and takes the next answer for that of the oldest in the list. Each
# connection that ends makes the list one longer. So an answer seems to take half as long as the run is old, with no
# error, and of an `--amount` of requests half are never answered. With a server that closes each thousandth time, as
# nginx does by default (`keepalive_requests`), it is the same more slowly.
#
# By Little's law N connections with one request each cannot wait longer, in the mean, than N * duration / answers.
#
# Seen on 2026-11-29 with: autocannon 9.0.0. Needs: node 20 and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit autocannon@9.0.0
cat >serve.mjs <<'JS'
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  response.setHeader('Connection', 'close');
  response.end('hello');
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
cat >verdict.mjs <<'JS'
import { readFileSync } from 'node:fs';
const [short, long] = ['short', 'long'].map(name => JSON.parse(readFileSync(name)));
const possible = run => run.connections * run.duration * 1000 / run['2xx'];
for (const run of [short, long]) {
  console.log(`${run.requests.sent} requests: ${run['2xx']} answers, ${run.errors} errors, mean latency`,
      `${run.latency.mean} ms; at most ${possible(run).toFixed(1)} ms are possible`);
}
const holds = short.errors + long.errors === 0
    && short['2xx'] === short.requests.sent / 2
    && long['2xx'] === long.requests.sent / 2
    && long.latency.mean > 2 * short.latency.mean
    && long.latency.mean > 10 * possible(long);
process.exit(holds ? 0 : 1);
JS
coproc { exec node serve.mjs; }
server=$COPROC_PID
read -r port <&"${COPROC[0]}"
autocannon() {
    timeout 60 node_modules/.bin/autocannon --json --no-progress --connections 2 "$@" "http://127.0.0.1:$port/" \
        2>/dev/null
}
autocannon --amount 1000 >warm
autocannon --amount 400 >short
autocannon --amount 4000 >long
node verdict.mjs
