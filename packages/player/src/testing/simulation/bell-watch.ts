import { isConfirmed } from '../../core/clock-estimate.js';
import type { Effect, RingEffect } from '../../core/effect.js';
import { type PlayerState, type Shown, screenOf } from '../../core/state.js';
import type { InMemorySnapshotStore } from '../in-memory-snapshot-store.js';
import type { Report } from './violation.js';

/** A bell is never later (TIME-3). */
const LATEST_MS = 30_000;
/** A bell is missed for no reason where nothing was wrong from so long before it on. */
const READY_MS = 5_000;
/** It is on time within this, beside what the clock may be off (TIME-3). */
const ON_TIME_MS = 1_000;

type Bell = { readonly key: string; readonly atMs: number };

/** Watches the bells of one device, over all its starts (TIME-3, TIME-6). */
export class BellWatch {
  private readonly store: InMemorySnapshotStore;
  private readonly report: Report;
  private readonly rung = new Set<string>();
  /** Written down when nobody could know what time it was: not expected any more. */
  private readonly excused = new Set<string>();
  private due: Bell | undefined;
  private shown: Shown | undefined;
  private readySinceMs: number | undefined;
  private stalls = 0;
  private isForgetful = false;

  constructor(store: InMemorySnapshotStore, report: Report) {
    this.store = store;
    this.report = report;
  }

  /** From now on something keeps the device from running, or its storage from answering. */
  stalled(): void {
    this.stalls += 1;
    this.readySinceMs = undefined;
  }

  resumed(): void {
    this.stalls -= 1;
    this.readySinceMs = undefined;
  }

  booted(): void {
    this.readySinceMs = undefined;
  }

  /** What was written down is gone: what has rung may ring again. */
  forgot(): void {
    this.rung.clear();
    this.isForgetful = true;
    this.readySinceMs = undefined;
  }

  /**
   * @param run the effects that are really run.
   * @param nowMs true time.
   * @param toleranceMs how far off the player's clock may be; `undefined`: however far.
   */
  after(
    next: PlayerState,
    run: readonly Effect[],
    nowMs: number,
    toleranceMs: number | undefined,
  ): void {
    for (const effect of run) {
      if (effect.kind === 'ring') this.checkRing(next, effect, nowMs, toleranceMs);
      if (effect.kind !== 'claim-ring') continue;
      this.isForgetful = false;
      if (toleranceMs === undefined) this.excused.add(effect.key);
    }
    this.checkDue(nowMs, toleranceMs ?? 0);
    if (!this.isReady(next) || toleranceMs === undefined) this.readySinceMs = undefined;
    else this.readySinceMs ??= nowMs;
    if (next.shown !== this.shown) {
      this.shown = next.shown;
      this.due = nextOf(next.shown, nowMs);
    }
  }

  private checkRing(
    next: PlayerState,
    { key }: RingEffect,
    nowMs: number,
    toleranceMs: number | undefined,
  ): void {
    const { report } = this;
    if (this.rung.has(key)) report('TIME-3', `the bell of ${key} rang again`);
    this.rung.add(key);
    if (!this.isForgetful && !this.store.rings.includes(key)) {
      report('TIME-3', `the bell of ${key} rang before it was written down`);
    }
    if (!isConfirmed(next.time)) report('TIME-1', 'a bell rang, and the time is not confirmed');
    if (screenOf(next.shown)?.sound.on !== true) report('TIME-6', 'a bell rang on a silent screen');
    const bell = bellsOf(next.shown).find((one) => one.key === key);
    if (toleranceMs === undefined || bell === undefined) return;
    const lateMs = Math.round(nowMs - bell.atMs);
    if (lateMs < -toleranceMs || lateMs > LATEST_MS + toleranceMs) {
      report('TIME-3', `the bell of ${key} rang ${lateMs} ms after its instant`);
    }
  }

  /** Where everything was well, a bell has rung by now. */
  private checkDue(nowMs: number, toleranceMs: number): void {
    const { due, readySinceMs } = this;
    if (due === undefined || nowMs <= due.atMs + ON_TIME_MS + toleranceMs) return;
    const wasReady = readySinceMs !== undefined && readySinceMs <= due.atMs - READY_MS;
    if (wasReady && !this.rung.has(due.key) && !this.excused.has(due.key)) {
      this.report('TIME-3', `the bell of ${due.key} did not ring`);
    }
    this.due = this.shown && nextOf(this.shown, nowMs);
  }

  private isReady({ time, shown }: PlayerState): boolean {
    return this.stalls === 0 && isConfirmed(time) && screenOf(shown)?.sound.on === true;
  }
}

function nextOf(shown: Shown, nowMs: number): Bell | undefined {
  return bellsOf(shown)
    .filter(({ atMs }) => atMs > nowMs)
    .reduce<Bell | undefined>(
      (next, one) => (next && next.atMs <= one.atMs ? next : one),
      undefined,
    );
}

function bellsOf(shown: Shown): readonly Bell[] {
  if (shown.kind === 'empty') return [];
  const bells: Bell[] = [];
  for (const day of shown.snapshot.divisions[0]?.days ?? []) {
    for (const { bell, id, startsAt } of day.slots) {
      if (bell) bells.push({ key: id, atMs: startsAt });
    }
  }
  return bells;
}
