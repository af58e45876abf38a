import type { ScreenInfo } from '@hallboard/shared';
import type { Generation, Memory, Stored } from '../ports/snapshot-store.js';
import { checksum } from './checksum.js';
import { initialEstimate, isConfirmed, trueTime } from './clock-estimate.js';
import type { EffectId } from './effect.js';
import { readMemory } from './memory.js';
import type { PlayerState, StorageState } from './state.js';
import { clearTimer, emit, log, newId, setTimer, type Turn } from './turn.js';
import { highestSeq, newestVerified, type Reading } from './verify.js';

/** A write that takes longer has failed, whatever becomes of it. */
const SAVE_TIMEOUT_MS = 30_000;
/** A full or broken store is tried again at this pace, which wears no flash out. */
const SAVE_RETRY_MS = 300_000;
/** How stale the stored time may be after a power cut (TIME-1). */
const REMEMBER_EVERY_MS = 300_000;
/** A wall clock that was moved further than this makes the stored offset wrong. */
const WALL_MOVED_MS = 2_000;

/** P-1 holds from here on: a verified snapshot is on the device and outlives a restart. */
export function isOfflineReady(state: PlayerState): boolean {
  const { storage } = state;
  return storage.kind === 'ready' && storage.storedSeq !== undefined && storage.rung !== 'memory';
}

export function askStore(turn: Turn): void {
  const id = newId(turn);
  turn.state.storage = { kind: 'loading', id, askedAtMs: turn.at };
  emit(turn, { kind: 'load-store', id });
}

/**
 * What the device kept. It is shown unless something newer already is: also when it comes after
 * the start has stopped waiting for it (STORE-3).
 */
export function onStoreLoaded(turn: Turn, id: EffectId, stored: Stored): void {
  const { storage, shown, time } = turn.state;
  if (storage.kind !== 'loading' || storage.id !== id) return;
  const newest = newestVerified(stored.generations);
  const remembered = readMemory(stored.memory);
  const memory: Memory = { ...remembered, boots: (remembered.boots ?? 0) + 1 };
  turn.state.storage = {
    kind: 'ready',
    rung: stored.rung,
    newestSeq: highestSeq(stored.generations),
    storedSeq: newest?.generation.seq,
    saving: undefined,
    memory,
  };
  emit(turn, { kind: 'remember', memory });
  if (time.basis !== 'sample') turn.state.time = initialEstimate(memory, turn.at, turn.wallMs);
  if (shown.kind === 'content') {
    // It came from the network before its number could be known.
    changeShownGeneration(turn, {});
  } else if (newest !== undefined) {
    turn.state.shown = { kind: 'content', ...newest };
  }
  log(turn, 'info', 'store.loaded', {
    rung: stored.rung,
    found: stored.generations.length,
    shown: newest?.generation.revision ?? 'none',
  });
}

/** Shows what was received, and stores it (STORE-4). What is shown does not wait for the write. */
export function showBody(
  turn: Turn,
  received: { readonly body: string; readonly etag: string; readonly screen: ScreenInfo },
  reading: Extract<Reading, { ok: true }>,
): void {
  const { body, etag, screen } = received;
  const { snapshot, skippedItems } = reading;
  const { revision } = snapshot;
  const generation = { seq: 0, revision, etag, body, checksum: checksum(body), screen };
  turn.state.shown = { kind: 'content', generation, snapshot, skippedItems };
  changeShownGeneration(turn, {});
}

/** Changes what is shown of the screen itself; stored like any other change (SNAP-8). */
export function showScreen(turn: Turn, screen: ScreenInfo): void {
  changeShownGeneration(turn, { screen });
}

/** Gives what is shown the next number, which makes it due to be stored. */
function changeShownGeneration(turn: Turn, changes: Partial<Generation>): void {
  const { shown, storage } = turn.state;
  if (shown.kind === 'empty') return;
  const seq = storage.kind === 'ready' ? storage.newestSeq + 1 : 1;
  turn.state.shown = { ...shown, generation: { ...shown.generation, ...changes, seq } };
  changeReady(turn, { newestSeq: seq });
  saveIfDue(turn);
}

/** One write at a time: two could end in the wrong order. */
function saveIfDue(turn: Turn): void {
  const { shown, storage, timers } = turn.state;
  if (shown.kind === 'empty' || storage.kind === 'loading') return;
  if (timers.save !== undefined || shown.generation.seq === storage.storedSeq) return;
  const id = newId(turn);
  const { generation } = shown;
  changeReady(turn, { saving: { id, seq: generation.seq } });
  setTimer(turn, 'save', SAVE_TIMEOUT_MS);
  emit(turn, { kind: 'save', id, generation, keep: storage.storedSeq });
}

export function onSaved(turn: Turn, id: EffectId, saved: boolean): void {
  const { storage } = turn.state;
  if (storage.kind !== 'ready' || storage.saving?.id !== id) return;
  const { seq } = storage.saving;
  changeReady(turn, { saving: undefined });
  if (saved) {
    clearTimer(turn, 'save');
    changeReady(turn, { storedSeq: seq });
    saveIfDue(turn);
  } else {
    emit(turn, { kind: 'make-room' });
    retryLater(turn);
  }
}

/** The `save` timer: a write that never ended, or the time to try again. */
export function onSaveTimer(turn: Turn): void {
  const { storage } = turn.state;
  if (storage.kind === 'ready' && storage.saving !== undefined) {
    changeReady(turn, { saving: undefined });
    retryLater(turn);
  } else {
    saveIfDue(turn);
  }
}

function retryLater(turn: Turn): void {
  setTimer(turn, 'save', SAVE_RETRY_MS);
  log(turn, 'warn', 'store.save-failed');
}

/** Stores what time it is, once the server has said so, every few minutes (TIME-1). */
export function rememberTime(turn: Turn): void {
  const { storage, time } = turn.state;
  if (storage.kind !== 'ready' || !isConfirmed(time)) return;
  const lastTrueMs = trueTime(time, turn.at);
  const wallOffsetMs = lastTrueMs - turn.wallMs;
  const remembered = storage.memory;
  const passedMs = lastTrueMs - (remembered.lastTrueMs ?? -Infinity);
  const movedMs = Math.abs(wallOffsetMs - (remembered.wallOffsetMs ?? 0));
  if (passedMs >= 0 && passedMs < REMEMBER_EVERY_MS && movedMs <= WALL_MOVED_MS) return;
  const memory: Memory = { ...remembered, lastTrueMs, wallOffsetMs };
  changeReady(turn, { memory });
  emit(turn, { kind: 'remember', memory });
}

function changeReady(turn: Turn, changes: Partial<Extract<StorageState, { kind: 'ready' }>>): void {
  const { storage } = turn.state;
  if (storage.kind === 'ready') turn.state.storage = { ...storage, ...changes };
}
