/** The least that node:http can do to answer 304. */
import { createServer } from 'node:http';
import { serveParent } from './child-side.mjs';

const server = createServer((_request, response) => {
  response.writeHead(304).end();
});
server.listen(0, '127.0.0.1', () => serveParent({ port: server.address().port }));
