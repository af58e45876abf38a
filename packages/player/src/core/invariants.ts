import { BUDGET_BURST } from './budget.js';
import { trueTime } from './clock-estimate.js';
import { LONGEST_HOLD_MS, LONGEST_WAIT_MS, REQUEST_TIMEOUT_MS } from './poll-policy.js';
import type { PlayerState } from './state.js';

/**
 * What holds after every transition, whatever happened: the promises as far as one state shows
 * them. For tests and simulations.
 * @param before the state of the same player one transition earlier.
 * @returns what is broken, in words; empty when nothing is.
 */
export function checkInvariants(state: PlayerState, before?: PlayerState): string[] {
  if (state.startedAtMs === undefined) return [];
  const broken: string[] = [];
  const expect = (holds: boolean, words: string): void => {
    if (!holds) broken.push(words);
  };
  checkNextRefresh(state, expect);
  checkChannel(state, expect);
  checkStorage(state, expect);
  checkMedia(state, expect);
  checkTime(state, expect);
  if (before !== undefined) checkStep(before, state, expect);
  return broken;
}

type Expect = (holds: boolean, words: string) => void;

function checkNextRefresh({ timers, network, watch, poll }: PlayerState, expect: Expect): void {
  const { refresh, deadline } = timers;
  const isFetching = network.kind === 'fetching';
  expect((refresh !== undefined) !== isFetching, 'P-3: there is not exactly one next refresh');
  expect((deadline !== undefined) === isFetching, 'POLL-4: a deadline and a request do not match');
  if (refresh !== undefined) {
    const latest = watch.atMs + Math.max(LONGEST_WAIT_MS, LONGEST_HOLD_MS);
    expect(refresh <= latest, 'P-3: the next refresh is further away than any rule allows');
  }
  if (deadline !== undefined && isFetching) {
    const latest = watch.atMs + REQUEST_TIMEOUT_MS[network.attempt.ask.kind];
    expect(deadline <= latest, 'POLL-4: the deadline is later than its timeout');
  }
  const { tokens } = poll.budget;
  expect(tokens >= 0 && tokens <= BUDGET_BURST, 'P-4: the budget is out of bounds');
}

/** A link that waits has a timer that ends the wait; one that does not is ended by a refresh. */
function checkChannel({ timers, channel }: PlayerState, expect: Expect): void {
  const isIdle = channel.link.kind === 'off' || channel.link.kind === 'held';
  expect((timers.channel === undefined) === isIdle, `WS-7: stuck while ${channel.link.kind}`);
  const isOffWhereOn = channel.realtime === 'off' && channel.link.kind !== 'off';
  expect(!isOffWhereOn, 'P-6: realtime is off and the channel is not');
}

/** What is shown is on the device, being written, or due to be written again. */
function checkStorage({ timers, shown, storage }: PlayerState, expect: Expect): void {
  if (storage.kind === 'loading' || shown.kind === 'empty') return;
  const isStored = storage.storedSeq === shown.generation.seq;
  expect(isStored || timers.save !== undefined, 'STORE-2: what is shown will not be stored');
  expect(shown.generation.seq <= storage.newestSeq, 'STORE-2: a seq was given out twice');
}

/** One step at a time, beside no refresh, and nothing is painted that has not verified. */
function checkMedia({ media, network, timers, time, watch }: PlayerState, expect: Expect): void {
  const { job, playable, open, missing, absent } = media;
  const isBeside = job.kind === 'downloading' && network.kind === 'fetching';
  expect(!isBeside, 'STORE-4: a file is downloaded beside a refresh');
  expect(job.kind === 'idle' || timers.media !== undefined, `STORE-4: stuck while ${job.kind}`);
  const shown = playable?.media.map(({ file }) => file.hash) ?? [];
  expect(
    shown.every((hash) => open.includes(hash)),
    'STORE-4: a file is shown that has not verified',
  );
  const nowMs = trueTime(time, watch.atMs);
  const isRead = missing.every((one) => absent.includes(one.file.hash) || one.untilMs <= nowMs);
  expect(isRead || timers.media !== undefined, 'STORE-4: a file will not be looked for');
}

function checkTime({ time, timers, bells }: PlayerState, expect: Expect): void {
  expect(Number.isFinite(time.offsetMs), 'TIME-1: the time is not a number');
  expect((time.basis === 'sample') === time.samples.length > 0, 'TIME-1: basis without sample');
  expect(timers.tick !== undefined, 'POLL-6: nothing ticks');
  const isPlanned = bells.next !== undefined;
  expect((timers.bell !== undefined) === isPlanned, 'TIME-3: a ring and its timer do not match');
}

function checkStep(
  before: PlayerState,
  { shown, watch, lastEffectId }: PlayerState,
  expect: Expect,
) {
  const wentBlank = before.shown.kind === 'content' && shown.kind === 'empty';
  expect(!wentBlank, 'P-1: the screen went blank');
  expect(watch.atMs >= before.watch.atMs, 'TIME-1: the monotonic clock went back');
  expect(lastEffectId >= before.lastEffectId, 'effect ids are not unique');
}
