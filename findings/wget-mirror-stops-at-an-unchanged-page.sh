#!/usr/bin/env bash
# wget's mirror does not look behind a page that has not changed: what changed there stays old.
#
# `wget --recursive --timestamping` (and `--mirror`) asks with `If-Modified-Since` for what it has. A page that is
# answered with 304 (RFC 9110, 15.4.5) is on the disk already, but its links are not followed then, so that whatever only
# it leads to is not even asked for, with exit status 0. Asked without that field (`--no-if-modified-since`), wget sees by
# the date that the page is the same, and follows its links.
#
# Seen on 2026-11-29 with: GNU Wget 1.21.3 of Debian 12. Needs: wget, node for the server.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
wget --version | head -n 1
mkdir site
echo '<a href="chapter.html">chapter</a>' >site/index.html
echo '<a href="figures.txt">figures</a>' >site/chapter.html
echo 'old' >site/figures.txt
touch -d '2026-01-01 12:00 UTC' site/*
cat >serve.mjs <<'JS'
import { createServer } from 'node:http';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
const server = createServer((request, response) => {
  const file = 'site' + (request.url === '/' ? '/index.html' : request.url);
  const modified = statSync(file, { throwIfNoEntry: false })?.mtime.toUTCString();
  const fresh = modified && modified === request.headers['if-modified-since'];
  response.statusCode = !modified ? 404 : fresh ? 304 : 200;
  appendFileSync('requests', `${request.method} ${request.url} ${response.statusCode}\n`);
  if (modified) response.setHeader('Last-Modified', modified);
  response.setHeader('Content-Type', file.endsWith('.html') ? 'text/html' : 'text/plain');
  response.end(response.statusCode === 200 && request.method === 'GET' ? readFileSync(file) : undefined);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
coproc { exec node serve.mjs; }
server=$COPROC_PID
read -r port <&"${COPROC[0]}"
mirror() {
    wget --quiet -e robots=off --recursive --timestamping --no-parent --no-host-directories \
        --directory-prefix=copy "$@" "http://127.0.0.1:$port/"
}
mirror
grep -q old copy/figures.txt
echo 'new' >site/figures.txt
mirror
echo "mirrored again: figures.txt is $(cat copy/figures.txt)"
grep -q old copy/figures.txt
# Three requests of the first time, and only one of the second.
cp requests until-then
cat until-then
[ "$(wc -l <until-then)" -eq 4 ]
[ "$(tail -n 1 until-then)" = 'GET / 304' ]
mirror --no-if-modified-since
echo "and with --no-if-modified-since: $(cat copy/figures.txt)"
grep -q new copy/figures.txt
