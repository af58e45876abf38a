import type { SelfTestReport } from '@hallboard/shared';
import { ageOf, engineOf } from './engine-of.js';
import type { Evidence } from './evidence.js';

type Outcome<Finding extends keyof SelfTestReport['findings']> =
  SelfTestReport['findings'][Finding];

const MINUTE_MS = 60_000;
/** Beyond this, certificates count as expired or as not valid yet. */
const WRONG_MS = 24 * 60 * MINUTE_MS;
/** A few pictures and a short video. */
const AMPLE_BYTES = 50_000_000;

/** What the evidence means for a screen on this device. */
export function judge(evidence: Evidence): SelfTestReport {
  const { server, userAgent, missing, zoneAheadMin } = evidence;
  const engine = engineOf(userAgent);
  const storage = storageOf(evidence);
  return {
    findings: {
      server: serverOf(evidence),
      path: pathOf(evidence),
      socket: server.kind === 'answer' ? evidence.socket : 'untested',
      clock: clockOf(evidence),
      restart: restartOf(evidence, storage),
      storage,
      space: spaceOf(evidence),
      engine: ageOf(engine),
      sound: soundOf(evidence),
      scripts: evidence.scripts === 'unknown' ? 'untested' : evidence.scripts,
    },
    engine,
    clockAheadMin: server.kind === 'answer' ? Math.round(server.clockAheadMs / MINUTE_MS) : 0,
    zoneAheadMin,
    missing,
  };
}

function serverOf({ server }: Evidence): Outcome<'server'> {
  switch (server.kind) {
    case 'answer':
      return 'reachable';
    case 'stranger':
      return 'intercepted';
    case 'silence':
      return 'unreachable';
  }
}

/** An inspecting proxy that changes nothing cannot be seen from a page: `clean` proves nothing. */
function pathOf({ server, page, isSecure }: Evidence): Outcome<'path'> {
  if (server.kind !== 'answer') return 'untested';
  if (page === 'changed') return 'altered';
  if (server.unknownProxy === 'of-network' || server.isRequestChanged) return 'proxied';
  if (server.unknownProxy === 'of-server') return 'untrusted';
  if (page === 'unknown') return 'untested';
  return isSecure ? 'clean' : 'plain';
}

function clockOf({ server }: Evidence): Outcome<'clock'> {
  if (server.kind !== 'answer') return 'untested';
  const offMs = Math.abs(server.clockAheadMs);
  if (offMs >= WRONG_MS) return 'wrong';
  return offMs >= MINUTE_MS ? 'off' : 'right';
}

/** The tiers of P-1. */
function restartOf(
  { isControlled, isPackaged, isSecure }: Evidence,
  storage: Outcome<'storage'>,
): Outcome<'restart'> {
  if (storage === 'memory') return 'server';
  if (isControlled || isPackaged) return 'device';
  return isSecure ? 'server' : 'cache';
}

function storageOf({ isControlled, storage }: Evidence): Outcome<'storage'> {
  if (storage.database) return isControlled && storage.cacheStorage ? 'worker' : 'database';
  return storage.localStorage ? 'local' : 'memory';
}

function spaceOf({ freeBytes }: Evidence): Outcome<'space'> {
  if (freeBytes === undefined) return 'untested';
  return freeBytes >= AMPLE_BYTES ? 'ample' : 'low';
}

function soundOf({ sound }: Evidence): Outcome<'sound'> {
  switch (sound) {
    case 'running':
      return 'plays';
    case 'suspended':
      return 'muted';
    case 'absent':
      return 'absent';
    case 'touched':
      return 'untested';
  }
}
