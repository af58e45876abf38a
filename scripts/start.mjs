/** `npm start`: installs and builds what is missing, then becomes the server. */
import './lib/require-node.mjs';

// Only now: an older Node could not even read it.
void import('./lib/start-server.mjs');
