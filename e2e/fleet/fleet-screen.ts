import type { Ports } from '@hallboard/player';
import {
  createPlayerCore,
  InMemoryIdentity,
  InMemoryMediaStore,
  InMemorySnapshotStore,
  ManualConnectivity,
  type PlayerCore,
  type PlayerState,
  seededRandom,
} from '@hallboard/player/testing';

/** A screen of the fleet, and whose it is. */
export interface ScreenName {
  readonly token: string;
  readonly device: string;
  /** Its school's place, from 0. */
  readonly school: number;
}

/** What of the network all screens of a process share. */
export type SharedPorts = Pick<Ports, 'clock' | 'source' | 'channel'>;

/** Hears what becomes of a screen. */
export interface ScreenObserver {
  /** It shows another revision. */
  shown(school: number, revision: string): void;
  /** A refresh failed. @param why a cause, or a code of the display API. */
  failed(why: string): void;
  /** It showed content, and now nothing (P-1). */
  blanked(): void;
}

/** Nobody looks at these screens, so nothing is painted between events. */
const TICK_MS = 60_000;

/** A real player without a page, on a device that remembers. */
export class FleetScreen {
  readonly #store: InMemorySnapshotStore;
  #core: PlayerCore | undefined;
  #boots = 0;
  #revision: string | undefined;
  #contact: PlayerState['contact'] | undefined;

  constructor(
    private readonly name: ScreenName,
    private readonly shared: SharedPorts,
    private readonly observer: ScreenObserver,
    private readonly seed: number,
  ) {
    this.#store = new InMemorySnapshotStore({ clock: shared.clock });
  }

  get state(): PlayerState | undefined {
    return this.#core?.state();
  }

  powerOn(): void {
    const { clock } = this.shared;
    this.#boots += 1;
    const core = createPlayerCore({
      token: this.name.token,
      config: { tickMs: TICK_MS, rings: false },
      ports: {
        ...this.shared,
        random: seededRandom(this.seed * 1000 + this.#boots),
        store: this.#store,
        media: { request: () => () => undefined },
        mediaStore: new InMemoryMediaStore({ clock }),
        connectivity: new ManualConnectivity(),
        identity: new InMemoryIdentity({ clock, deviceId: this.name.device }),
        logger: { log: () => undefined },
      },
    });
    this.#revision = undefined;
    this.#contact = undefined;
    this.#core = core;
    core.subscribe((state) => this.#observe(state));
    core.start();
  }

  /** What is stored stays. */
  powerOff(): void {
    this.#core?.close();
    this.#core = undefined;
  }

  #observe({ shown, contact }: PlayerState): void {
    const { observer, name } = this;
    const revision = shown.kind === 'content' ? shown.generation.revision : undefined;
    if (revision !== this.#revision) {
      if (revision === undefined) observer.blanked();
      else observer.shown(name.school, revision);
      this.#revision = revision;
    }
    if (contact === this.#contact) return;
    this.#contact = contact;
    if (contact.kind !== 'failing') return;
    const { failure } = contact;
    const why = failure.cause === 'rejected' ? failure.code : failure.cause;
    observer.failed('detail' in failure ? `${why}: ${failure.detail}` : why);
  }
}
