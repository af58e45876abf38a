import {
  ALERT_KINDS,
  type Alert,
  type ScreenInfo,
  type Slot,
  type Snapshot,
} from '@hallboard/shared';
import { alertAt } from './alert.js';
import { itemsFor } from './items.js';
import { flatMap } from './lists.js';
import { divisionOf } from './program-day.js';

/** Something that is heard once, at an instant: the bell of a slot, or the tone of an alert. */
export interface Ring {
  /** What it is written down under: the slot's id, or `alert` and the alert's. */
  readonly key: string;
  readonly occasion: Slot['kind'] | 'alert';
  /** The school's own sound for it, by its hash. */
  readonly file?: string | undefined;
  /** True time, ms since the epoch. */
  readonly atMs: number;
  /** From this instant on it is too late. */
  readonly untilMs: number;
}

/** A bell is never later than this (TIME-3). */
export const LATEST_BELL_MS = 30_000;

/** How many of the kinds of alert are heard, from the most severe on. */
const LOUD_KINDS = 2;

/**
 * The bell that is due next, or not yet too late (TIME-3). A slot is known by its id: one that is
 * moved rings at its new time, unless it has rung. Slots that begin together share one bell. None
 * rings while an alert has the screen: it would call people out into the corridors.
 * @param done what has rung, or was tried.
 */
export function nextBell(
  snapshot: Snapshot,
  screen: ScreenInfo,
  nowMs: number,
  done: readonly Ring[],
): Ring | undefined {
  const alerts = itemsFor(snapshot.view, snapshot.alerts);
  let next: Slot | undefined;
  for (const slot of bellsBetween(snapshot, screen, nowMs - LATEST_BELL_MS, Infinity)) {
    const { startsAt } = slot;
    const isLater = next !== undefined && startsAt >= next.startsAt;
    if (isLater || isDone(slot, done) || alertAt(alerts, Math.max(startsAt, nowMs))) continue;
    next = slot;
  }
  return (
    next && {
      key: next.id,
      occasion: next.kind,
      file: snapshot.bells?.sounds[next.kind]?.hash,
      atMs: next.startsAt,
      untilMs: next.startsAt + LATEST_BELL_MS,
    }
  );
}

/** How many bells of a time that is over were neither rung nor silenced by an alert (TIME-3). */
export function countMissed(
  snapshot: Snapshot,
  screen: ScreenInfo,
  afterMs: number,
  untilMs: number,
  done: readonly Ring[],
): number {
  const alerts = itemsFor(snapshot.view, snapshot.alerts);
  return bellsBetween(snapshot, screen, afterMs, untilMs).filter(
    (slot) => !isDone(slot, done) && alertAt(alerts, slot.startsAt) === undefined,
  ).length;
}

/**
 * The next alert that is heard when it takes the screen: a lockdown or an evacuation, and no drill.
 * It is never too late for one that still runs.
 */
export function nextAlertRing(
  snapshot: Snapshot,
  nowMs: number,
  done: readonly Ring[],
): Ring | undefined {
  const alerts = itemsFor(snapshot.view, snapshot.alerts).filter(
    ({ expiresAt }) => expiresAt > nowMs,
  );
  let next: Ring | undefined;
  for (const atMs of [
    nowMs,
    ...flatMap(alerts, ({ startsAt, expiresAt }) => [startsAt, expiresAt]),
  ]) {
    const alert = alertAt(alerts, atMs);
    if (atMs < nowMs || alert === undefined || !isLoud(alert)) continue;
    const key = `alert ${alert.id}`;
    if (done.some((ring) => ring.key === key) || (next && next.atMs <= atMs)) continue;
    next = { key, occasion: 'alert', atMs, untilMs: alert.expiresAt };
  }
  return next;
}

/** In (`afterMs`, `untilMs`]. */
function bellsBetween(
  snapshot: Snapshot,
  screen: ScreenInfo,
  afterMs: number,
  untilMs: number,
): readonly Slot[] {
  return flatMap(divisionOf(snapshot, screen)?.days ?? [], ({ slots }) =>
    slots.filter(({ bell, startsAt }) => bell && afterMs < startsAt && startsAt <= untilMs),
  );
}

function isDone({ id, startsAt }: Slot, done: readonly Ring[]): boolean {
  return done.some(({ key, atMs }) => key === id || atMs === startsAt);
}

function isLoud({ kind, drill }: Alert): boolean {
  return !drill && ALERT_KINDS.indexOf(kind) < LOUD_KINDS;
}
