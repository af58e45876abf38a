/**
 * `npm run bench`: the server's hot paths, as ratios that were measured in one run, since figures of
 * different machines and hours do not compare.
 */
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

const publish = await measureFanOut();
const times = (/** @type {number} */ ms) =>
  `${ms.toFixed(1)} ms, ${(ms / publish.roundTripMs).toFixed(0)} round trips`;
console.log(`From publish to ${publish.sockets} sockets of one school:
  a round trip         ${publish.roundTripMs.toFixed(2)} ms
  half have heard      ${times(publish.p50Ms)}
  99 % have heard      ${times(publish.p99Ms)}`);

if (polls.ratio > LIMIT) {
  console.error(`The 304 path costs more than ${LIMIT} times what node:http costs.`);
  process.exitCode = 1;
}
