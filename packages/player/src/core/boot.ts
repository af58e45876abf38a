import type { Identity } from '../ports/device-identity.js';
import type { EffectId } from './effect.js';
import { WAKE_SPREAD_MS } from './poll-policy.js';
import { changePoll, scheduleNext, scheduleWake } from './scheduler.js';
import { askStore } from './storage.js';
import { clearTimer, drawMs, emit, log, newId, setTimer, type Turn } from './turn.js';

/** A start waits no longer than this for the device's storage (STORE-3). */
const BOOT_TIMEOUT_MS = 2_000;
/** After this, storage that has not answered is asked again. */
const PATIENCE_MS = 60_000;

/**
 * Asks the device what it holds and who it is. The first refresh is scheduled at once, as if there
 * were content (P-3); `endBoot` moves it earlier if there is none.
 */
export function boot(turn: Turn): void {
  turn.state.startedAtMs = turn.at;
  setTimer(turn, 'boot', BOOT_TIMEOUT_MS);
  scheduleNext(turn, drawMs(turn, 'wake', WAKE_SPREAD_MS));
  askIdentity(turn);
  askStore(turn);
}

function askIdentity(turn: Turn): void {
  const id = newId(turn);
  turn.state.identity = { kind: 'loading', id, askedAtMs: turn.at };
  emit(turn, { kind: 'load-identity', id });
}

export function onIdentityLoaded(turn: Turn, id: EffectId, identity: Identity): void {
  const current = turn.state.identity;
  if (current.kind !== 'loading' || current.id !== id) return;
  turn.state.identity = { kind: 'known', identity };
  if (!identity.durable) log(turn, 'warn', 'identity.not-durable');
}

/** Once both have answered, or the start has waited long enough for them. */
export function endBootIfAnswered(turn: Turn): void {
  const { identity, storage, timers } = turn.state;
  if (identity.kind === 'loading') return;
  if (timers.boot === undefined) payOwed(turn);
  else if (storage.kind === 'ready') endBoot(turn);
}

/** No content: the first refresh has no reason to wait (POLL-6). */
export function endBoot(turn: Turn): void {
  clearTimer(turn, 'boot');
  if (turn.state.shown.kind === 'empty') scheduleWake(turn);
  if (turn.state.identity.kind === 'known') payOwed(turn);
}

/** A refresh that was due before the device knew who it is is made now. */
function payOwed(turn: Turn): void {
  if (!turn.state.poll.owed) return;
  changePoll(turn, { owed: false });
  scheduleNext(turn, 0);
}

/**
 * What hangs may come to its senses: storage that has been silent for long is asked again, at each
 * refresh, since without it nothing is kept (P-1) and without an identity nothing can be asked.
 */
export function askAgainWhatIsSilent(turn: Turn): void {
  const { identity, storage } = turn.state;
  if (identity.kind === 'loading' && turn.at - identity.askedAtMs >= PATIENCE_MS) {
    emit(turn, { kind: 'cancel', id: identity.id });
    askIdentity(turn);
  }
  if (storage.kind === 'loading' && turn.at - storage.askedAtMs >= PATIENCE_MS) {
    emit(turn, { kind: 'cancel', id: storage.id });
    askStore(turn);
  }
}
