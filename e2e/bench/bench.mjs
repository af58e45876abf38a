/**
 * `npm run bench`: the server's hot paths, as ratios that were measured in one run, since figures of
 * different machines and hours do not compare.
 */
import { measureClaims } from './claims.mjs';
import { measureFanOut } from './fan-out.mjs';
import { measureNotModified } from './not-modified.mjs';

const AIM = 1.4;
/** Beyond this the benchmark fails. */
const LIMIT = 2;

const polls = await measureNotModified();
console.log(`A poll that finds nothing new (304), ${polls.requestsPerRound} in each of 5 rounds:
  node:http alone      ${polls.bareMicros.toFixed(1)} µs CPU
  Hallboard            ${polls.realMicros.toFixed(1)} µs CPU
  ratio                ${polls.ratio.toFixed(2)} (${polls.ratios.map((ratio) => ratio.toFixed(2)).join(', ')}); aim ${AIM}, limit ${LIMIT}`);

for (const count of [750, 5000]) {
  const publish = await measureFanOut(count);
  const times = (/** @type {number} */ ms) =>
    `${ms.toFixed(1)} ms, ${(ms / publish.roundTripMs).toFixed(0)} round trips`;
  console.log(`From publish to ${publish.sockets} sockets of one school:
  a round trip         ${publish.roundTripMs.toFixed(2)} ms
  half have heard      ${times(publish.p50Ms)}
  99 % have heard      ${times(publish.p99Ms)}`);
  // Of fewer sockets, what the server needs once is the most.
  const kib = (publish.socketBytes / 1024).toFixed(1);
  if (count >= 5000) console.log(`  an idle socket       ${kib} KiB of resident memory; aim 8`);
}

const claims = await measureClaims();
for (const [store, floor] of /** @type {const} */ ([
  ['embedded', 'a synced page'],
  ['redis', 'a synced SET'],
])) {
  const { claimMs, bareMs } = claims[store];
  console.log(`A claim in the ${store} store: ${(1000 / claimMs).toFixed(0)} a second, one after another;
  ${claimMs.toFixed(2)} ms, ${(claimMs / bareMs).toFixed(1)} × ${floor} (${bareMs.toFixed(2)} ms)`);
}

if (polls.ratio > LIMIT) {
  console.error(`The 304 path costs more than ${LIMIT} times what node:http costs.`);
  process.exitCode = 1;
}
