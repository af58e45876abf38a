import type { Clock } from '../ports/clock.js';
import { encodeFrame } from './frames.js';
import type { Gateway } from './gateway.js';
import { reconnectMs } from './spread.js';

/** The longest that closes are spread over, so that the process ends in time (SRV-6). */
const MAX_CLOSING_MS = 8000;

/** Closes are sent in batches this far apart. */
const BATCH_MS = 50;

/** How long a restart takes at least, before which coming back is in vain. */
const RESTART_MS = 1000;

/** What is given to peers to answer the close, before they are ended. */
const GRACE_MS = 2000;

/** How often to look whether all peers have answered. */
const GRACE_CHECK_MS = 50;

/**
 * Tells every screen that the server goes away and when to come back, closes their sockets with 1012
 * one batch after another, at a millisecond each, and ends those that do not answer (SRV-6).
 */
export async function drainGateway(gateway: Gateway, clock: Clock): Promise<void> {
  const connections = [...gateway.connections];
  const window = reconnectMs(connections.length);
  const frame = encodeFrame({ type: 'drain', minMs: RESTART_MS, maxMs: RESTART_MS + window });
  for (const connection of connections) {
    if (connection.phase.kind === 'joined') connection.send(frame);
  }
  const batches = Math.ceil(Math.min(MAX_CLOSING_MS, connections.length) / BATCH_MS);
  const batchSize = Math.ceil(connections.length / Math.max(1, batches));
  for (let start = 0; start < connections.length; start += batchSize) {
    for (const connection of connections.slice(start, start + batchSize)) {
      gateway.expel(connection, 'restarting');
    }
    await elapse(clock, BATCH_MS);
  }
  for (let waited = 0; waited < GRACE_MS && gateway.connections.size > 0; ) {
    await elapse(clock, GRACE_CHECK_MS);
    waited += GRACE_CHECK_MS;
  }
  gateway.close();
}

function elapse(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.setTimer(ms, resolve);
  });
}
