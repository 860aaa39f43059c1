// Serves the files of a directory with Bun's static routes: a response for each file below 1 MiB is made once, at
// the start, and kept in memory; larger files are sent from the disk.
//
//     bun static.mjs --port 8080 --root DIR
//
// Prints `listening on http://127.0.0.1:8080/` once it accepts; port 0 picks a free one. A static route is never
// looked at again: what changes on the disk afterwards is not seen.

import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const LARGE = 1 << 20;
const IDLE_SECONDS = 75;

function options() {
    const { values } = parseArgs({
        options: { port: { type: 'string', default: '8080' }, root: { type: 'string' } },
    });
    if (values.root === undefined) {
        throw new Error('--root DIR is missing');
    }
    if (!statSync(values.root, { throwIfNoEntry: false })?.isDirectory()) {
        throw new Error(`--root: there is no such directory as ${values.root}`);
    }
    return { port: Number(values.port), root: realpathSync(values.root) };
}

async function routes(root) {
    const all = {};
    for (const name of readdirSync(root, { recursive: true })) {
        const location = path.join(root, name);
        const status = statSync(location);
        if (status.isFile()) {
            const route = '/' + name.split(path.sep).map(encodeURIComponent).join('/');
            all[route] = await answer(location, status);
            if (path.basename(name) === 'index.html') {
                all[route.slice(0, -'index.html'.length)] = await answer(location, status);
            }
        }
    }
    return all;
}

async function answer(location, status) {
    const file = Bun.file(location);
    const headers = { 'Content-Type': file.type, 'Last-Modified': status.mtime.toUTCString() };
    return status.size < LARGE
        ? new Response(await file.bytes(), { headers })
        : new Response(file, { headers });
}

function notFound() {
    return new Response('404\n', { status: 404, headers: { 'Content-Type': 'text/plain' } });
}

try {
    const { port, root } = options();
    const server = Bun.serve({
        hostname: '127.0.0.1',
        port,
        idleTimeout: IDLE_SECONDS,
        // By default it serves as for its developer.
        development: false,
        routes: await routes(root),
        fetch: notFound,
    });
    console.log(`listening on http://127.0.0.1:${server.port}/`);
    process.on('SIGTERM', () => process.exit(0));
} catch (failure) {
    console.error(`static.mjs: ${failure.message}`);
    process.exit(2);
}
