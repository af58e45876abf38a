import type { FakeServer } from '../fake-server.js';
import type { ScreenFate } from './befall-screen.js';
import type { ServerMishap } from './fault.js';
import type { FleetWatch } from './fleet-watch.js';
import type { School } from './school.js';
import type { SimulatedScreen } from './simulated-screen.js';

/** A screen that nothing has happened to for so long has found its socket dead or alive. */
const QUIET_MS = 150_000;
/** Beyond the spread: the delay that gathers a burst, the requests, and a second of the budget. */
const ANNOUNCED_WITHIN_MS = 4_000;

export interface ServerFateOptions {
  readonly server: FakeServer;
  readonly school: School;
  readonly screens: readonly SimulatedScreen[];
  readonly fates: readonly ScreenFate[];
  readonly fleet: FleetWatch;
  readonly spreadMs: number;
}

/** Lets things happen at the server. */
export class ServerFate {
  private readonly options: ServerFateOptions;
  private downs = 0;
  private offs = 0;

  constructor(options: ServerFateOptions) {
    this.options = options;
  }

  befall(mishap: ServerMishap): void {
    const { server, fleet, fates } = this.options;
    fleet.told(server.timeline.nowMs);
    switch (mishap.kind) {
      case 'publish':
        this.publish(mishap.isTold, mishap.isUrgent);
        break;
      case 'server-restart':
        this.downs += 1;
        for (const fate of fates) fate.trouble();
        server.stop();
        server.timeline.after(mishap.forMs, () => this.restarted());
        break;
      case 'realtime-off':
        this.offs += 1;
        this.setRealtime('off');
        server.timeline.after(mishap.forMs, () => this.realtimeBack());
        break;
    }
  }

  private publish(isTold: boolean, isUrgent: boolean): void {
    const { server, school, screens, spreadMs } = this.options;
    const { nowMs } = server.timeline;
    const linked = screens.filter((screen) => isTold && isQuietlyLinked(screen, nowMs));
    school.publish({ isTold, isUrgent });
    for (const screen of screens) {
      const windowMs = linked.includes(screen) ? ANNOUNCED_WITHIN_MS + spreadMs : undefined;
      screen.deadlines.published(nowMs, windowMs);
    }
  }

  private restarted(): void {
    const { server, fleet, fates } = this.options;
    this.downs -= 1;
    if (this.downs === 0) server.start();
    fleet.told(server.timeline.nowMs);
    for (const fate of fates) fate.relief();
  }

  private realtimeBack(): void {
    this.offs -= 1;
    if (this.offs === 0) this.setRealtime('on');
  }

  private setRealtime(realtime: 'on' | 'off'): void {
    const { server, fleet, screens } = this.options;
    const { nowMs } = server.timeline;
    fleet.told(nowMs);
    server.setRealtime(realtime);
    for (const screen of screens) {
      screen.disturbedAtMs = nowMs;
      screen.deadlines.recovers(nowMs);
    }
  }
}

/** Its socket is up, and nothing has happened to it for a while. */
function isQuietlyLinked(screen: SimulatedScreen, nowMs: number): boolean {
  const { state, troubles, disturbedAtMs } = screen;
  if (state?.channel.link.kind !== 'open' || nowMs - disturbedAtMs < QUIET_MS) return false;
  return troubles === 0 && screen.socketTroubles === 0;
}
