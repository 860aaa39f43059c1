// Several processes of static.mjs on one port, by node's own module for that; this process starts them.
//
//     node cluster.mjs --workers 2 --port 8080 --root DIR [--idle-seconds N] [--fresh-seconds N]
//
// Prints `listening on http://127.0.0.1:8080/` once all of them are there; port 0 picks a free one.

import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
    options: {
        workers: { type: 'string', default: '2' },
        port: { type: 'string', default: '8080' },
        root: { type: 'string' },
        'idle-seconds': { type: 'string', default: '75' },
        'fresh-seconds': { type: 'string', default: '1' },
    },
});
if (values.root === undefined) {
    console.error('cluster.mjs: --root DIR is missing');
    process.exit(2);
}
const workers = Number(values.workers);

// Whoever is awake accepts. In turns, each connection would cost a message to its process and one back, which one
// processor for all of them bears a few hundred times a second.
cluster.schedulingPolicy = cluster.SCHED_NONE;
cluster.setupPrimary({
    exec: fileURLToPath(new URL('static.mjs', import.meta.url)),
    args: [
        '--port', values.port, '--root', values.root,
        '--idle-seconds', values['idle-seconds'], '--fresh-seconds', values['fresh-seconds'],
    ],
    // What a worker says goes where this process says it, and its announcement nowhere.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});

let listening = 0;
for (let i = 0; i < workers; i++) {
    const worker = cluster.fork();
    worker.once('listening', (address) => {
        listening++;
        if (listening === workers) {
            console.log(`listening on http://127.0.0.1:${address.port}/`);
        }
    });
}

// One that has died had clients: the server is not what it was.
cluster.once('exit', (worker, status, signal) => {
    console.error(`cluster.mjs: worker ${worker.id} ended with ${signal ?? status}`);
    process.exit(1);
});
