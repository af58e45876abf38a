import { createServer as http } from 'node:http';
import { serveParent } from '../../e2e/bench/child-side.mjs';
const mode=process.argv[2];
if (mode!=='bare') await import(mode);
const server = http((q, r) => { r.writeHead(304).end(); });
server.listen(0, '127.0.0.1', () => serveParent({ port: server.address().port }));
