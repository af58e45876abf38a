import { HEADERS, PATHS } from '@hallboard/shared';
import { startChild } from './child.mjs';
import { load } from './load.mjs';
import { median } from './stats.mjs';

const ROUNDS = 5;
const CONNECTIONS = 32;

/** Requests of one turn. */
const SLICE = 1000;

const SCHOOLS = 50;
const SCREENS_EACH = 100;

/** Within the limit of 4 at once, if the next round waits until they are allowed again (P-4). */
const REQUESTS_PER_SCREEN = 3;
const REFILL_MS = REQUESTS_PER_SCREEN * 1000;

/**
 * What a poll that finds nothing new costs the server, beside what node:http itself costs:
 * processor time per request, in rounds that take turns on both.
 */
export async function measureNotModified() {
  const bare = await startChild('bare-child.mjs');
  const real = await startChild('hallboard-child.mjs', [`${SCHOOLS}`, `${SCREENS_EACH}`]);
  try {
    const requests = await makeRequests(real.facts);
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, REFILL_MS));
      const cost = await measureRound(bare, real, requests);
      // The first only warms up.
      if (round > 0) rounds.push(cost);
    }
    return {
      requestsPerRound: requests.length,
      bareMicros: median(rounds.map((round) => round.bareMicros)),
      realMicros: median(rounds.map((round) => round.realMicros)),
      ratios: rounds.map((round) => round.ratio),
      ratio: median(rounds.map((round) => round.ratio)),
    };
  } finally {
    await Promise.all([bare.stop(), real.stop()]);
  }
}

/**
 * Both servers get the same requests, in small turns, so that whatever else the machine does meets
 * both.
 *
 * @param {Awaited<ReturnType<typeof startChild>>} bare
 * @param {Awaited<ReturnType<typeof startChild>>} real
 * @param {readonly string[]} requests
 */
async function measureRound(bare, real, requests) {
  /** @param {typeof bare} server @param {readonly string[]} slice */
  const costOf = async (server, slice) => {
    const before = await server.cpuMicros();
    await load(server.facts.port, slice, { connections: CONNECTIONS, status: 304 });
    return (await server.cpuMicros()) - before;
  };
  let [bareMicros, realMicros] = [0, 0];
  for (let start = 0; start < requests.length; start += SLICE) {
    const slice = requests.slice(start, start + SLICE);
    bareMicros += await costOf(bare, slice);
    realMicros += await costOf(real, slice);
  }
  bareMicros /= requests.length;
  realMicros /= requests.length;
  return { bareMicros, realMicros, ratio: realMicros / bareMicros };
}

/**
 * Polls as a browser sends them, in an order in which no screen exceeds its limit.
 *
 * @param {{ port: number, screens: { token: string, device: string }[] }} facts
 */
async function makeRequests({ port, screens }) {
  const tags = new Map();
  const polls = [];
  for (const [at, { token, device }] of screens.entries()) {
    const school = Math.floor(at / SCREENS_EACH);
    const credentials = { authorization: `Bearer ${token}`, [HEADERS.device]: device };
    if (!tags.has(school)) tags.set(school, await currentTag(port, credentials));
    const headers = {
      host: `127.0.0.1:${port}`,
      connection: 'keep-alive',
      'user-agent':
        'Mozilla/5.0 (Linux) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.31',
      accept: '*/*',
      'accept-encoding': 'gzip, deflate, br',
      ...credentials,
      'if-none-match': tags.get(school),
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    polls.push(`GET ${PATHS.status} HTTP/1.1\r\n${lines.join('')}\r\n`);
  }
  return Array.from({ length: REQUESTS_PER_SCREEN }, () => polls).flat();
}

/**
 * @param {number} port
 * @param {Record<string, string>} headers
 */
async function currentTag(port, headers) {
  const response = await fetch(`http://127.0.0.1:${port}${PATHS.status}`, { headers });
  await response.arrayBuffer();
  return response.headers.get('etag');
}
