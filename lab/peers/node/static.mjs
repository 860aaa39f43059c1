// Serves the files of a directory with node's own http module: files below 1 MiB from memory, with their
// headers, larger ones as streams.
//
//     node static.mjs --port 8080 --root DIR [--idle-seconds N] [--fresh-seconds N]
//
// Prints `listening on http://127.0.0.1:8080/` once it accepts; port 0 picks a free one. As in step 6, a
// change on the disk is seen after a second, or after --fresh-seconds.

import { createReadStream, statSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { parseArgs } from 'node:util';

const LARGE = 1 << 20;
const CHUNK = 256 << 10;
const BACKLOG = 4096;

const MEDIA_TYPES = {
    '.html': 'text/html',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
    '.txt': 'text/plain',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.gif': 'image/gif',
    '.webp': 'image/webp',
    '.ico': 'image/x-icon',
    '.woff2': 'font/woff2',
};

// What could lead out of the root, or be a second name of the same file.
const REFUSED = /\/\/|\/\.|\\|\0/;

// From the path of the URL to { headers, body, modified, checked }.
const kept = new Map();

let root;
let freshMillis;

function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
        return refuse(response, 405, { Allow: 'GET, HEAD' });
    }
    const name = pathOf(request.url);
    if (name === undefined) {
        return refuse(response, 400);
    }
    const file = kept.get(name);
    const now = performance.now();
    if (file !== undefined && now - file.checked < freshMillis) {
        return send(request, response, file);
    }
    look(request, response, name, file, now).catch((failure) =>
        refuse(response, failure.code === 'ENOENT' || failure.code === 'ENOTDIR' ? 404 : 500));
}

function pathOf(url) {
    const query = url.indexOf('?');
    const encoded = query < 0 ? url : url.slice(0, query);
    try {
        return encoded.includes('%') ? decodeURIComponent(encoded) : encoded;
    } catch {
        return undefined;
    }
}

async function look(request, response, name, known, now) {
    if (!name.startsWith('/') || REFUSED.test(name)) {
        return refuse(response, 404);
    }
    if (known !== undefined) {
        // Who comes meanwhile is served what is known.
        known.checked = now;
    }
    const location = path.join(root, name.endsWith('/') ? name + 'index.html' : name);
    const status = await stat(location).catch((failure) => {
        kept.delete(name);
        throw failure;
    });
    if (!status.isFile()) {
        kept.delete(name);
        return refuse(response, 404);
    }
    if (status.size >= LARGE) {
        kept.delete(name);
        return stream(request, response, location, status);
    }
    if (known !== undefined && known.modified === status.mtimeMs && known.body.length === status.size) {
        return send(request, response, known);
    }
    const file = await load(location);
    kept.set(name, { ...file, checked: now });
    send(request, response, file);
}

async function load(location) {
    const handle = await open(location);
    try {
        const status = await handle.stat();
        const body = await handle.readFile();
        return { headers: headers(location, status, body.length), body, modified: status.mtimeMs };
    } finally {
        await handle.close();
    }
}

function headers(location, status, length) {
    return {
        'Content-Type': MEDIA_TYPES[path.extname(location)] ?? 'application/octet-stream',
        'Content-Length': length,
        'Last-Modified': status.mtime.toUTCString(),
    };
}

function send(request, response, file) {
    response.writeHead(200, file.headers);
    response.end(request.method === 'HEAD' ? undefined : file.body);
}

function stream(request, response, location, status) {
    response.writeHead(200, headers(location, status, status.size));
    if (request.method === 'HEAD') {
        return response.end();
    }
    const body = createReadStream(location, { end: status.size - 1, highWaterMark: CHUNK });
    // A client who goes away, or a file that does, ends this connection and no other.
    pipeline(body, response, () => {});
}

function refuse(response, status, more = {}) {
    if (response.headersSent) {
        return response.destroy();
    }
    const body = `${status}\n`;
    response.writeHead(status, { 'Content-Type': 'text/plain', 'Content-Length': body.length, ...more });
    response.end(body);
}

function options() {
    const { values } = parseArgs({
        options: {
            port: { type: 'string', default: '8080' },
            root: { type: 'string' },
            'idle-seconds': { type: 'string', default: '75' },
            'fresh-seconds': { type: 'string', default: '1' },
        },
    });
    if (values.root === undefined) {
        throw new Error('--root DIR is missing');
    }
    if (!statSync(values.root, { throwIfNoEntry: false })?.isDirectory()) {
        throw new Error(`--root: there is no such directory as ${values.root}`);
    }
    return {
        port: Number(values.port),
        root: path.resolve(values.root),
        idleMillis: 1000 * Number(values['idle-seconds']),
        freshMillis: 1000 * Number(values['fresh-seconds']),
    };
}

function fail(failure) {
    console.error(`static.mjs: ${failure.message}`);
    process.exit(2);
}

try {
    const chosen = options();
    root = chosen.root;
    freshMillis = chosen.freshMillis;
    const server = createServer({ keepAliveTimeout: chosen.idleMillis }, answer);
    server.on('error', fail);
    server.listen({ host: '127.0.0.1', port: chosen.port, backlog: BACKLOG }, () =>
        console.log(`listening on http://127.0.0.1:${server.address().port}/`));
} catch (failure) {
    fail(failure);
}
