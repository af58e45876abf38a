import type { ErrorCode } from '@hallboard/shared';
import type { RequestFault, SocketFault } from '../faults.js';
import type { StorageFault } from '../in-memory-snapshot-store.js';
import type { Fault, FaultScript, ScreenMishap, ServerMishap, WriteEnding } from './fault.js';
import { drawKeyed } from './keyed-draw.js';

export interface RandomScriptOptions {
  readonly seed: number;
  /** @default 1 */
  readonly screens?: number;
  /** The faults are spread over it. */
  readonly durationMs: number;
  /** How many faults there are. Some come as two or three lines. */
  readonly faults: number;
}

/** Draws for one fault: each is keyed by what it is for. */
type Dice = (purpose: string) => number;

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A script that follows from its seed: everything that can go wrong, in no order. */
export function randomScript(options: RandomScriptOptions): FaultScript {
  const { seed, screens = 1, durationMs, faults } = options;
  const script: Fault[] = [];
  for (let index = 0; index < faults; index += 1) {
    const dice: Dice = (purpose) => drawKeyed(seed, purpose, index);
    const atMs = Math.floor(dice('at') * durationMs);
    if (dice('who') < 0.25) {
      script.push(...serverFaults(dice, atMs));
    } else {
      const isShared = dice('shared') < 0.15;
      const screen = isShared ? 'all' : Math.floor(dice('screen') * screens);
      script.push({ atMs, screen, mishap: screenMishap(dice) });
    }
    // Drawn beside the others, so that it changes nothing about them.
    if (dice('media') < 0.3) {
      const screen = Math.floor(dice('media/screen') * screens);
      script.push({ atMs, screen, mishap: mediaMishap((purpose) => dice(`media/${purpose}`)) });
    }
  }
  return script.sort((a, b) => a.atMs - b.atMs);
}

/** A publish is often followed by another one, since people correct themselves. */
function serverFaults(dice: Dice, atMs: number): readonly Fault[] {
  const at = (afterMs: number, mishap: ServerMishap): Fault => ({
    atMs: atMs + Math.round(afterMs),
    screen: 'server',
    mishap,
  });
  const publish = (name: string): ServerMishap => ({
    kind: 'publish',
    isTold: dice(`${name}/told`) < 0.8,
    isUrgent: dice(`${name}/urgent`) < 0.1,
  });
  const kind = dice('server');
  if (kind < 0.35) return [at(0, publish('one'))];
  if (kind < 0.75) return [at(0, publish('one')), at(500 + dice('gap') * 400, publish('two'))];
  if (kind < 0.9) return [at(0, { kind: 'server-restart', forMs: lasting(dice) })];
  return [at(0, { kind: 'realtime-off', forMs: lasting(dice) })];
}

function screenMishap(dice: Dice): ScreenMishap {
  const forMs = lasting(dice);
  const kinds: readonly (() => ScreenMishap)[] = [
    () => ({ kind: 'offline', forMs }),
    () => ({ kind: 'requests', fault: pick(dice, 'fault', requestFaults(dice)), forMs }),
    () => ({ kind: 'requests', fault: pick(dice, 'fault', requestFaults(dice)), forMs }),
    () => ({ kind: 'loss', share: dice('share'), forMs }),
    () => ({ kind: 'latency', latencyMs: Math.round(dice('latency') * 4 * SECOND_MS), forMs }),
    () => ({ kind: 'sockets', fault: pick(dice, 'fault', SOCKET_FAULTS), forMs }),
    () => ({ kind: 'sockets', fault: pick(dice, 'fault', SOCKET_FAULTS), forMs }),
    () => ({ kind: 'storage', fault: pick(dice, 'fault', STORAGE_FAULTS), forMs }),
    () => ({ kind: 'forget' }),
    () => ({ kind: 'corrupt', how: dice('how') < 0.5 ? 'truncated' : 'altered' }),
    () => ({ kind: 'sleep', forMs: forMs + 6 * SECOND_MS }),
    () => ({ kind: 'suspend', forMs }),
    () => ({ kind: 'jump-wall', byMs: Math.round((dice('by') - 0.5) * 60 * DAY_MS) }),
    () => ({ kind: 'hint', hint: dice('hint') < 0.5 ? 'wake' : 'online' }),
    () => powerCut(dice, forMs),
    () => powerCut(dice, forMs),
  ];
  return pick(dice, 'kind', kinds)();
}

function mediaMishap(dice: Dice): ScreenMishap {
  const forMs = lasting(dice);
  const kinds: readonly (() => ScreenMishap)[] = [
    () => ({ kind: 'media', fault: pick(dice, 'fault', requestFaults(dice)), forMs }),
    () => ({ kind: 'media-storage', fault: pick(dice, 'fault', STORAGE_FAULTS), forMs }),
    () => ({ kind: 'spoil-media', how: dice('how') < 0.3 ? 'forgotten' : 'truncated' }),
  ];
  return pick(dice, 'kind', kinds)();
}

function powerCut(dice: Dice, forMs: number): ScreenMishap {
  const afterEffects = Math.floor(dice('effects') ** 3 * 12);
  const write = pick(dice, 'write', WRITE_ENDINGS);
  const awaits = dice('awaits') < 0.5 ? 'anything' : 'write';
  return { kind: 'power-cut', awaits, afterEffects, write, forMs: forMs + 5 * SECOND_MS };
}

/** Mostly seconds, sometimes hours. */
function lasting(dice: Dice): number {
  return Math.round(SECOND_MS * 10 ** (dice('lasts') * 4));
}

const WRITE_ENDINGS: readonly WriteEnding[] = ['lost', 'torn', 'written'];
const STORAGE_FAULTS: readonly StorageFault[] = ['throws', 'hangs', 'full'];
const SOCKET_FAULTS: readonly SocketFault[] = [
  { kind: 'throws' },
  { kind: 'silent' },
  { kind: 'refused' },
  { kind: 'half-open' },
  { kind: 'half-open' },
  { kind: 'closes', code: 1012 },
  { kind: 'closes', code: 1013 },
  { kind: 'closes', code: 4403 },
  { kind: 'closes', code: 4408 },
  { kind: 'closes', code: 4410 },
];
const WRONG_BODIES = ['', '{}', '<html></html>', '{"schema":{"major":2}}', '[]', 'null'];

function requestFaults(dice: Dice): readonly RequestFault[] {
  const retryAfterMs = Math.round(dice('retry-after') * 400 * SECOND_MS);
  const error = (status: number, code: ErrorCode | 'unknown', retry?: number): RequestFault => ({
    kind: 'error',
    status,
    code,
    ...(retry !== undefined && { retryAfterMs: retry }),
  });
  return [
    { kind: 'refused' },
    { kind: 'lost' },
    { kind: 'slow', latencyMs: Math.round(dice('slow') * 20 * SECOND_MS) },
    { kind: 'portal' },
    { kind: 'not-modified' },
    { kind: 'truncated' },
    { kind: 'wrong-body', body: pick(dice, 'body', WRONG_BODIES) },
    { kind: 'cached', ageMs: 0, isMarked: true },
    error(500, 'internal'),
    error(502, 'unknown'),
    error(503, 'unavailable', retryAfterMs),
    error(429, 'rate_limited', retryAfterMs),
    error(404, 'unknown_screen'),
    error(403, 'screen_bound'),
  ];
}

function pick<T>(dice: Dice, purpose: string, among: readonly T[]): T {
  const picked = among[Math.floor(dice(purpose) * among.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}
