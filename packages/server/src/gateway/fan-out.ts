import type { Clock } from '../ports/clock.js';
import type { SchoolIndex } from '../serving/school-index.js';
import type { ServedSchool } from '../serving/served.js';
import { affectedSockets, type Sharing } from './affected-sockets.js';
import type { Connection } from './connection.js';
import { encodeFrame } from './frames.js';
import type { GatewayObserver } from './gateway-observer.js';
import type { Groups } from './groups.js';
import { spreadMs } from './spread.js';

/** At most one announcement per school in this time, beside the first (SRV-7). */
const COALESCE_MS = 500;

/** What a school's sockets have yet to hear of. */
interface Pending {
  /** A new revision, which is for all. */
  revision: boolean;
  /** Screens whose own object changed (SNAP-8). */
  readonly screens: Set<string>;
}

interface SchoolState {
  lastSentAtMs: number;
  pending: Pending;
  cancel: (() => void) | undefined;
}

/** Announces changes to a school's sockets: the first at once, then coalesced, the last always. */
export class FanOut {
  readonly #schools = new Map<string, SchoolState>();

  constructor(
    private readonly index: SchoolIndex,
    private readonly groups: Groups,
    private readonly clock: Clock,
    private readonly observer: GatewayObserver,
    /** What `affectedSockets` has to know beside what is told. */
    private readonly sharing: (school: ServedSchool) => Sharing,
  ) {}

  /**
   * @param change whether the revision changed, and which screens' own objects did.
   * @param urgent an alert, which waits for nothing (ALERT-2).
   */
  announce(
    schoolId: string,
    change: { readonly revision: boolean; readonly screens: Iterable<string> },
    urgent: boolean,
  ): void {
    // Who comes later is welcomed with what is current.
    if (this.groups.of(schoolId).size === 0) return;
    const state = this.#state(schoolId);
    state.pending.revision ||= change.revision;
    for (const screenId of change.screens) state.pending.screens.add(screenId);
    const waitMs = state.lastSentAtMs + COALESCE_MS - this.clock.monotonicMs();
    if (urgent || waitMs <= 0) this.#send(schoolId, state, urgent);
    else state.cancel ??= this.clock.setTimer(waitMs, () => this.#send(schoolId, state, false));
  }

  close(): void {
    for (const state of this.#schools.values()) state.cancel?.();
    this.#schools.clear();
  }

  #state(schoolId: string): SchoolState {
    const known = this.#schools.get(schoolId);
    if (known !== undefined) return known;
    const state: SchoolState = {
      lastSentAtMs: Number.NEGATIVE_INFINITY,
      pending: { revision: false, screens: new Set() },
      cancel: undefined,
    };
    this.#schools.set(schoolId, state);
    return state;
  }

  #send(schoolId: string, state: SchoolState, urgent: boolean): void {
    state.cancel?.();
    state.cancel = undefined;
    state.lastSentAtMs = this.clock.monotonicMs();
    const { pending } = state;
    state.pending = { revision: false, screens: new Set() };
    const school = this.index.school(schoolId);
    if (school !== undefined) this.#sendTo(school, pending, urgent);
  }

  #sendTo(school: ServedSchool, { revision, screens }: Pending, urgent: boolean): void {
    const group = this.groups.of(school.record.id);
    const affected = revision
      ? [...group]
      : [...group].filter((connection) => screens.has(screenOf(connection)));
    const everywhere = affectedSockets({
      here: affected.length,
      school,
      ...(revision ? {} : { screens }),
      ...this.sharing(school),
    });
    const base = {
      type: 'invalidate',
      revision: school.revision,
      spreadMs: spreadMs(everywhere, urgent),
      ...(urgent ? { urgent } : {}),
    } as const;
    const frame = encodeFrame(base);
    let lost = 0;
    for (const connection of affected) {
      const screen = school.screens.get(screenOf(connection));
      const own = screens.has(screenOf(connection)) && screen !== undefined;
      const message = own ? { ...base, screenVersion: screen.record.info.version } : base;
      const isAlive = connection.announce(message, own ? encodeFrame(message) : frame);
      if (!isAlive) lost += 1;
    }
    this.observer.announced(affected.length - lost, lost);
  }
}

function screenOf({ phase }: Connection): string {
  return phase.kind === 'joined' ? phase.membership.screenId : '';
}
