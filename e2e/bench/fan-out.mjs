import { once } from 'node:events';
import { PATHS } from '@hallboard/shared';
import { WebSocket } from 'ws';
import { startChild } from './child.mjs';
import { median, percentile } from './stats.mjs';

const PUBLISHES = 8;
const ROUND_TRIPS = 200;

/** Publishes are announced at most this often (SRV-7), so that waiting for it measures nothing. */
const COALESCE_MS = 600;

/** Sockets that are opened at once: a server takes only so many that have yet to say hello. */
const BATCH = 250;

/**
 * How long it takes from the sending of a publish until each of a school's sockets has heard of it;
 * beside a round trip over one of the sockets in the same run, which tells how fast the machine is.
 * And what an idle socket costs the server in resident memory.
 *
 * @param {number} count how many sockets
 */
export async function measureFanOut(count) {
  const server = await startChild('hallboard-child.mjs', ['1', `${count}`]);
  const { port, adminKey, screens } = server.facts;
  /** @type {WebSocket[]} */
  const sockets = [];
  const withoutBytes = await server.memoryBytes();
  try {
    for (let at = 0; at < count; at += BATCH) {
      const batch = screens.slice(at, at + BATCH);
      sockets.push(...(await Promise.all(batch.map((screen) => join(port, screen)))));
    }
    const socketBytes = ((await server.memoryBytes()) - withoutBytes) / count;
    const roundTrips = await measureRoundTrips(sockets.slice(0, ROUND_TRIPS));
    const url = `http://127.0.0.1:${port}/api/admin/schools/school-0/content`;
    const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
    const content = await (await fetch(url, { headers })).text();
    /** @type {number[]} */
    const latencies = [];
    for (let publish = 0; publish < PUBLISHES; publish += 1) {
      const startedAt = performance.now();
      const told = sockets.map(async (socket) => {
        await frame(socket, 'invalidate');
        latencies.push(performance.now() - startedAt);
      });
      const response = await fetch(url, { method: 'PUT', headers, body: content });
      if (!response.ok) throw new Error(`A publish was refused: ${await response.text()}`);
      await Promise.all(told);
      await pause(COALESCE_MS);
    }
    return {
      sockets: count,
      socketBytes,
      roundTripMs: median(roundTrips),
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
    };
  } finally {
    for (const socket of sockets) socket.terminate();
    await server.stop();
  }
}

/**
 * @param {number} port
 * @param {{ token: string, device: string }} screen
 */
async function join(port, { token, device }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${PATHS.socket}`);
  await once(socket, 'open');
  const welcomed = frame(socket, 'welcome');
  const protocols = { min: 1, max: 1 };
  socket.send(JSON.stringify({ type: 'hello', protocols, token, device, revision: null }));
  await welcomed;
  return socket;
}

/** @param {readonly WebSocket[]} sockets one for each round trip, since pings are counted (WS-2) */
async function measureRoundTrips(sockets) {
  const times = [];
  for (const socket of sockets) {
    const startedAt = performance.now();
    socket.ping();
    await once(socket, 'pong');
    times.push(performance.now() - startedAt);
  }
  return times;
}

/**
 * The next frame of a type.
 *
 * @param {WebSocket} socket
 * @param {string} type
 * @returns {Promise<void>}
 */
function frame(socket, type) {
  return new Promise((resolve, reject) => {
    /** @param {unknown} data */
    const onMessage = (data) => {
      if (JSON.parse(String(data)).type !== type) return;
      socket.off('message', onMessage).off('close', onClose);
      resolve();
    };
    /** @param {number} code */
    const onClose = (code) => reject(new Error(`A socket was closed with ${code}`));
    socket.on('message', onMessage).on('close', onClose);
  });
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
