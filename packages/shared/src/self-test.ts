/**
 * What the self-test of a device finds, and how each finding may turn out. The code for support
 * counts on the order: add at the end, remove nothing, eight outcomes at most.
 */
export const SELF_TEST_OUTCOMES = {
  /** Whether the server answers, and nobody in its place. */
  server: ['untested', 'reachable', 'unreachable', 'intercepted'],
  /** What stands between the device and the server, as far as it shows. */
  path: ['untested', 'clean', 'plain', 'proxied', 'altered', 'untrusted'],
  /** The socket of live updates. */
  socket: ['untested', 'open', 'blocked'],
  /** The device's clock against the server's. */
  clock: ['untested', 'right', 'off', 'wrong'],
  /** What starts the screen after a power cut with no network: its tier for P-1. */
  restart: ['untested', 'device', 'cache', 'server'],
  /** The rung of STORE-1. */
  storage: ['untested', 'worker', 'database', 'local', 'memory'],
  /** Room for pictures and videos. */
  space: ['untested', 'ample', 'low'],
  /** The browser's age. */
  engine: ['untested', 'current', 'aged', 'unsupported'],
  /** Whether a bell may sound without a touch. */
  sound: ['untested', 'plays', 'muted', 'absent'],
  /** Whether Arabic and Turkish letters are drawn as they should be. */
  scripts: ['untested', 'drawn', 'unshaped', 'missing'],
} as const;

type Outcomes = typeof SELF_TEST_OUTCOMES;

export type SelfTestFinding = keyof Outcomes;

/** In the order of the code. */
export const SELF_TEST_FINDINGS = Object.keys(SELF_TEST_OUTCOMES) as readonly SelfTestFinding[];

/** Engines that the code tells apart; add at the end, eight at most. */
export const ENGINE_FAMILIES = ['other', 'chromium', 'firefox', 'safari'] as const;

export type EngineFamily = (typeof ENGINE_FAMILIES)[number];

/** What an engine may lack; add at the end, nine at most. */
export const ENGINE_FEATURES = [
  'worker',
  'database',
  'cache-storage',
  'audio',
  'abort',
  'plural-rules',
  'time-zones',
  'flex-gap',
  'wake-lock',
] as const;

export type EngineFeature = (typeof ENGINE_FEATURES)[number];

/** All that a self-test has to say about a device. */
export interface SelfTestReport {
  readonly findings: { readonly [Finding in SelfTestFinding]: Outcomes[Finding][number] };
  /** `version`: its major number, 0 where it is not known. */
  readonly engine: { readonly family: EngineFamily; readonly version: number };
  /** How far the device's clock is ahead of the server's, in whole minutes; 0 where untested. */
  readonly clockAheadMin: number;
  /** How far the device's zone is ahead of UTC at this moment, in minutes. */
  readonly zoneAheadMin: number;
  readonly missing: readonly EngineFeature[];
}
