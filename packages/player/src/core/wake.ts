import { reassessed, trueTime, withLeap, withSleep } from './clock-estimate.js';
import { scheduleAfterGap, scheduleNext, scheduleWake } from './scheduler.js';
import { rememberTime } from './storage.js';
import { log, setTimer, type Turn } from './turn.js';

/** A tick that is this late shows that nothing ran: a gap. */
const GAP_MS = 4_000;
/** A wall clock that parts from the monotonic one by more than this has leapt. */
const LEAP_MS = 5_000;
/** Two ticks are no closer than this, however the clock is moved between them. */
const SHORTEST_TICK_MS = 50;

/**
 * Looks at the device's clocks before anything else is done: what just happened may have happened
 * after a long sleep (TIME-1, POLL-6). A monotonic clock that went on shows the sleep as a gap
 * between ticks; one that stopped, as a leap of the wall clock.
 */
export function watchClocks(turn: Turn): void {
  const { startedAtMs, watch, timers } = turn.state;
  const leapMs = turn.wallMs - watch.wallMs - (turn.at - watch.atMs);
  turn.state.watch = { atMs: turn.at, wallMs: turn.wallMs };
  if (startedAtMs === undefined) return;
  if (Math.abs(leapMs) > LEAP_MS) onLeap(turn, leapMs);
  if (timers.tick === undefined || turn.at - timers.tick <= GAP_MS) return;
  onWake(turn, 'gap');
  setNextTick(turn);
}

/** The device slept, or its wall clock was set: only what follows can tell which. */
function onLeap(turn: Turn, leapMs: number): void {
  const { time, storage } = turn.state;
  log(turn, 'warn', 'clock.leapt', { leapMs: Math.round(leapMs) });
  const memory = storage.kind === 'ready' ? storage.memory : {};
  turn.state.time =
    time.basis === 'memory'
      ? reassessed(time, memory, turn.at, turn.wallMs)
      : withLeap(time, leapMs, turn.at, turn.wallMs);
  scheduleOrNote(turn, scheduleWake);
  turn.extras?.rebuildChannel(turn, 'none');
}

/** The device says, or shows, that it slept or that its network is back (POLL-6). */
export function onWake(turn: Turn, sign: 'gap' | 'wake' | 'online'): void {
  log(turn, 'info', 'wake', { sign });
  if (sign !== 'online') turn.state.time = withSleep(turn.state.time);
  scheduleOrNote(turn, sign === 'gap' ? scheduleAfterGap : scheduleWake);
  turn.extras?.rebuildChannel(turn, sign === 'gap' ? 'none' : 'young');
}

/** The page around the player asks: at once, as far as budget and server allow (P-4, POLL-5). */
export function onAsked(turn: Turn): void {
  scheduleOrNote(turn, (idle) => scheduleNext(idle, 0));
}

/** A request that is under way may have been delayed: another follows it (POLL-6). */
function scheduleOrNote(turn: Turn, schedule: (turn: Turn) => void): void {
  const { network } = turn.state;
  if (network.kind === 'idle') {
    schedule(turn);
  } else {
    turn.state.network = { kind: 'fetching', attempt: { ...network.attempt, woken: true } };
  }
}

/** The `tick` timer: aligned to the true second, so that a clock on the wall is painted on time. */
export function onTick(turn: Turn): void {
  setNextTick(turn);
  rememberTime(turn);
}

export function setNextTick(turn: Turn): void {
  const { config, time } = turn.state;
  const sinceTickMs = trueTime(time, turn.at) % config.tickMs;
  const delayMs = config.tickMs - sinceTickMs;
  setTimer(turn, 'tick', delayMs < SHORTEST_TICK_MS ? delayMs + config.tickMs : delayMs);
}
