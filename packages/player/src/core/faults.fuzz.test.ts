import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RequestFault, SocketFault } from '../testing/faults.js';
import type { StorageFault } from '../testing/in-memory-snapshot-store.js';
import { TestScreen } from './screen.fixture.js';

/** What may go wrong, or be mended, at one moment of a screen's life. */
type Mishap =
  | { readonly kind: 'requests'; readonly fault: RequestFault | undefined }
  | { readonly kind: 'sockets'; readonly fault: SocketFault | undefined }
  | { readonly kind: 'storage'; readonly fault: StorageFault | undefined }
  | { readonly kind: 'publish' }
  | { readonly kind: 'realtime'; readonly realtime: 'on' | 'off' }
  | { readonly kind: 'server'; readonly isUp: boolean }
  | { readonly kind: 'sleep' | 'suspend' | 'jump'; readonly ms: number }
  | { readonly kind: 'hint'; readonly hint: 'wake' | 'online' }
  | { readonly kind: 'power-cut' };

const requestFault = fc.constantFrom<RequestFault | undefined>(
  undefined,
  { kind: 'refused' },
  { kind: 'lost' },
  { kind: 'slow', latencyMs: 4_000 },
  { kind: 'error', status: 500, code: 'internal' },
  { kind: 'error', status: 503, code: 'unavailable', retryAfterMs: 20_000 },
  { kind: 'portal' },
  { kind: 'truncated' },
  { kind: 'not-modified' },
);
const socketFault = fc.constantFrom<SocketFault | undefined>(
  undefined,
  { kind: 'throws' },
  { kind: 'silent' },
  { kind: 'refused' },
  { kind: 'half-open' },
  { kind: 'closes', code: 4408 },
);
const storageFault = fc.constantFrom<StorageFault | undefined>(
  undefined,
  'throws',
  'hangs',
  'full',
);
const LONGEST_JOIN_MS = 120_000;
const ms = fc.integer({ min: 1_000, max: 3_600_000 });

const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.record({ kind: fc.constant('requests' as const), fault: requestFault }),
  fc.record({ kind: fc.constant('sockets' as const), fault: socketFault }),
  fc.record({ kind: fc.constant('storage' as const), fault: storageFault }),
  fc.constant({ kind: 'publish' } as const),
  fc.record({ kind: fc.constant('realtime' as const), realtime: fc.constantFrom('on', 'off') }),
  fc.record({ kind: fc.constant('server' as const), isUp: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('sleep' as const, 'suspend' as const, 'jump' as const), ms }),
  fc.record({ kind: fc.constant('hint' as const), hint: fc.constantFrom('wake', 'online') }),
  fc.constant({ kind: 'power-cut' } as const),
);

const script = fc.array(fc.record({ afterMs: fc.nat(60_000), mishap }), {
  minLength: 5,
  maxLength: 40,
});

function befall(screen: TestScreen, mishap: Mishap): void {
  switch (mishap.kind) {
    case 'requests':
      screen.link.requestFault = mishap.fault;
      break;
    case 'sockets':
      screen.link.socketFault = mishap.fault;
      break;
    case 'storage':
      screen.store.fault = mishap.fault;
      break;
    case 'publish':
      screen.server.publish();
      break;
    case 'realtime':
      screen.server.setRealtime(mishap.realtime);
      break;
    case 'server':
      if (mishap.isUp) screen.server.start();
      else screen.server.stop();
      break;
    case 'sleep':
      screen.clock.sleep(mishap.ms);
      screen.advance(mishap.ms);
      break;
    case 'suspend':
      screen.clock.suspend(mishap.ms);
      screen.advance(mishap.ms);
      break;
    case 'jump':
      screen.clock.jumpWall(mishap.ms - 1_800_000);
      break;
    case 'hint':
      screen.connectivity.emit(mishap.hint);
      break;
    case 'power-cut':
      screen.restart();
      break;
  }
}

/** When what it shows and polls without comes: at once, or after so long. */
const joins = fc.option(fc.nat(LONGEST_JOIN_MS), { nil: undefined });

/** After the longest request and the longest wait that a Retry-After of 20 s leaves (P-2). */
const CONVERGES_WITHIN_MS = 66_000;
/** The longest rest of a channel, and its opening (WS-6). */
const CONNECTS_WITHIN_MS = 450_000 + 10_000;

it('[P-2] [P-4] [P-5] whatever befalls it, a screen converges once the network is good', () => {
  fc.assert(
    fc.property(fc.nat(), joins, script, (seed, joinsAfterMs, mishaps) => {
      const late = joinsAfterMs === undefined ? {} : { joinsAfterMs };
      const screen = new TestScreen({ seed, ...late }).startFresh();
      for (const { afterMs, mishap } of mishaps) {
        screen.advance(afterMs);
        befall(screen, mishap);
      }
      screen.link.heal();
      screen.store.fault = undefined;
      screen.server.start();
      screen.server.setRealtime('on');
      const revision = screen.server.publish();
      screen.until(() => screen.shown === revision, CONVERGES_WITHIN_MS);
      screen.until(() => screen.linkKind === 'open', LONGEST_JOIN_MS + CONNECTS_WITHIN_MS);
      expect(Math.abs(screen.core.trueNowMs() - screen.timeline.nowMs)).toBeLessThan(1_000);
      expect(screen.server.limited).toBe(0);
      screen.until(
        () => screen.store.generations.some((stored) => stored.revision === revision),
        400_000,
      );
    }),
    { numRuns: 60 },
  );
}, 30_000);
