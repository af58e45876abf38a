import type { RequestFault, SocketFault } from '../faults.js';
import type { ScreenMishap } from './fault.js';
import { drawKeyed } from './keyed-draw.js';
import type { SimulatedScreen } from './simulated-screen.js';

type Lasting = Extract<ScreenMishap, { readonly forMs: number }>;
type PowerCut = Extract<ScreenMishap, { readonly kind: 'power-cut' }>;
type Sudden = Exclude<ScreenMishap, Lasting>;

/** An answer may come later than a frame that left after it. */
const JITTER_MS = 400;

/** Lets mishaps happen to one screen, and ends those that end. */
export class ScreenFate {
  private readonly screen: SimulatedScreen;
  private readonly seed: number;
  /** The newest last; it is the one that shows. */
  private active: readonly Lasting[] = [];
  private requests = 0;
  private mediaRequests = 0;

  constructor(screen: SimulatedScreen, seed: number) {
    this.screen = screen;
    this.seed = seed;
    screen.link.requestFault = () => this.requestFault();
    screen.link.mediaFault = () => this.mediaFault();
  }

  befall(mishap: ScreenMishap): void {
    const { timeline } = this.screen.clock;
    this.disturb();
    if (!('forMs' in mishap)) {
      this.strike(mishap);
      return;
    }
    if (mishap.kind === 'power-cut') {
      this.cutPower(mishap);
      return;
    }
    this.begin(mishap);
    timeline.after(mishap.forMs, () => this.end(mishap));
  }

  /** Something keeps the screen from its server, or from its own storage. */
  trouble(): void {
    this.disturb();
    this.screen.troubles += 1;
  }

  relief(): void {
    this.disturb();
    this.screen.troubles -= 1;
    this.screen.deadlines.recovers(this.nowMs);
  }

  private get nowMs(): number {
    return this.screen.clock.timeline.nowMs;
  }

  private disturb(): void {
    this.screen.disturbedAtMs = this.nowMs;
    this.screen.deadlines.disturbed(this.nowMs);
  }

  private strike(mishap: Sudden): void {
    const { screen } = this;
    switch (mishap.kind) {
      case 'forget':
        screen.store.forget();
        screen.bells.forgot();
        screen.mediaStore.files.clear();
        screen.loseCopies();
        break;
      case 'corrupt': {
        screen.loseCopies();
        const newest = Math.max(...screen.store.generations.map(({ seq }) => seq));
        if (mishap.how === 'truncated') screen.store.corrupt(newest);
        else screen.store.corrupt(newest, (body) => body.replace('Riverside', 'Riversido'));
        break;
      }
      case 'spoil-media':
        for (const hash of [...screen.mediaStore.files.keys()]) {
          if (mishap.how === 'forgotten') screen.mediaStore.files.delete(hash);
          else screen.mediaStore.corrupt(hash);
        }
        break;
      case 'jump-wall':
        screen.jumpWall(mishap.byMs);
        break;
      case 'hint':
        if (screen.clock.isRunning) screen.connectivity.emit(mishap.hint);
        break;
    }
  }

  private begin(mishap: Exclude<Lasting, PowerCut>): void {
    const { screen } = this;
    this.active = [...this.active, mishap];
    if (mishap.kind === 'sockets') screen.socketTroubles += 1;
    else if (isMedia(mishap)) screen.mediaTroubles += 1;
    else this.trouble();
    if (isStall(mishap)) screen.bells.stalled();
    if (mishap.kind === 'sleep') screen.sleep(mishap.forMs);
    if (mishap.kind === 'suspend') screen.clock.suspend(mishap.forMs);
    if (mishap.kind === 'offline') screen.link.goDown();
    this.apply();
  }

  private end(mishap: Lasting): void {
    const { deadlines } = this.screen;
    this.active = this.active.filter((one) => one !== mishap);
    this.apply();
    if (isStall(mishap)) this.screen.bells.resumed();
    if (mishap.kind === 'storage') deadlines.storageRecovers(this.nowMs);
    if (mishap.kind === 'sockets') this.screen.socketTroubles -= 1;
    else if (isMedia(mishap)) this.screen.mediaTroubles -= 1;
    else this.relief();
    this.disturb();
  }

  private cutPower(mishap: PowerCut): void {
    const { screen } = this;
    const { forMs } = mishap;
    screen.cutPower(mishap, () => {
      this.trouble();
      screen.clock.timeline.after(forMs, () => {
        screen.powerOn();
        this.relief();
      });
    });
  }

  /** Sets the device's parts to what is going on. */
  private apply(): void {
    const { link, store, mediaStore, identity, latencyMs } = this.screen;
    const storage = this.newest('storage')?.fault;
    store.fault = storage;
    mediaStore.fault = storage ?? this.newest('media-storage')?.fault;
    identity.fault = storage === 'full' ? undefined : storage;
    link.latencyMs = this.newest('latency')?.latencyMs ?? latencyMs;
    link.requestFault = () => this.requestFault();
    link.mediaFault = () => this.mediaFault();
    link.socketFault = this.socketFault();
  }

  private socketFault(): SocketFault | undefined {
    if (this.newest('offline') !== undefined) return { kind: 'refused' };
    return this.newest('sockets')?.fault;
  }

  private requestFault(): RequestFault | undefined {
    if (this.newest('offline') !== undefined) return { kind: 'refused' };
    this.requests += 1;
    return this.faultOnWay(drawKeyed(this.seed, `request/${this.screen.index}`, this.requests));
  }

  private mediaFault(): RequestFault | undefined {
    if (this.newest('offline') !== undefined) return { kind: 'refused' };
    this.mediaRequests += 1;
    const fault = this.newest('media')?.fault;
    return (
      fault ??
      this.faultOnWay(drawKeyed(this.seed, `media/${this.screen.index}`, this.mediaRequests))
    );
  }

  /** @param jitter uniform in [0, 1). */
  private faultOnWay(jitter: number): RequestFault | undefined {
    const loss = this.newest('loss');
    if (loss !== undefined && jitter < loss.share) return { kind: 'lost' };
    const fault = this.newest('requests')?.fault;
    if (fault !== undefined || this.newest('latency') !== undefined) return fault;
    return { kind: 'slow', latencyMs: this.screen.latencyMs * 2 + jitter * JITTER_MS };
  }

  private newest<K extends Lasting['kind']>(kind: K): Extract<Lasting, { kind: K }> | undefined {
    return this.active
      .filter((one): one is Extract<Lasting, { kind: K }> => one.kind === kind)
      .pop();
  }
}

/** What keeps a bell from ringing, or from being written down. */
function isStall({ kind }: Lasting): boolean {
  return kind === 'sleep' || kind === 'suspend' || kind === 'storage';
}

function isMedia({ kind }: Lasting): boolean {
  return kind === 'media' || kind === 'media-storage';
}
