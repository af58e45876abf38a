/**
 * `npm run test:long`: the simulator until it has run 10⁸ events and 100 power cuts, a month of
 * twenty screens at a time, each from a seed of its own. Smaller with
 * `npm run test:long -- --events 1e6 --power-cuts 10 --seed 7`.
 */
import { parseArgs } from 'node:util';
import { randomScript, simulate } from '@hallboard/player/testing';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1e8' },
    'power-cuts': { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const wanted = { events: Number(values.events), powerCuts: Number(values['power-cuts']) };

const SCREENS = 20;
const DAY_MS = 24 * 3_600_000;
const LONGEST_RUN_MS = 30 * DAY_MS;
/** What a screen makes of a day, roughly. */
const EVENTS_A_DAY = 10_000;
const FAULTS_A_DAY = 100;

let events = 0;
let powerCuts = 0;
for (let seed = Number(values.seed); events < wanted.events || powerCuts < wanted.powerCuts; ) {
  const days = Math.ceil(Math.max(1, wanted.events - events) / (SCREENS * EVENTS_A_DAY));
  const durationMs = Math.min(LONGEST_RUN_MS, days * DAY_MS);
  const faults = FAULTS_A_DAY * (durationMs / DAY_MS);
  const script = randomScript({ seed, screens: SCREENS, durationMs, faults });
  const result = simulate({ screens: SCREENS, durationMs, seed, lateJoins: 0.3 }, script);
  events += result.events;
  powerCuts += result.boots - SCREENS;
  if (result.violation !== undefined) {
    fail(seed, result.violation, script);
    break;
  }
  const cpuSeconds = (process.cpuUsage().user / 1e6).toFixed(0);
  console.log(`seed ${seed}: ${events} events, ${powerCuts} power cuts, ${cpuSeconds} CPU seconds`);
  seed += 1;
}

/**
 * @param {number} seed
 * @param {import('@hallboard/player/testing').Violation} violation
 * @param {import('@hallboard/player/testing').FaultScript} script
 */
function fail(seed, { rule, words, screen = 'all', atMs }, script) {
  console.error(`seed ${seed}: ${rule} is broken on screen ${screen} at ${atMs} ms: ${words}`);
  console.error('What happened in the hour before:');
  const recent = script.filter((fault) => fault.atMs <= atMs && fault.atMs > atMs - DAY_MS / 24);
  for (const fault of recent) console.error(JSON.stringify(fault));
  process.exitCode = 1;
}
