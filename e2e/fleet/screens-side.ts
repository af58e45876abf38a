import { Agent } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  type Clock,
  createBrowserClock,
  createHttpSnapshotSource,
  createReconnectingChannel,
} from '@hallboard/player';
import { PATHS } from '@hallboard/shared';
import { WebSocket } from 'ws';
import type { FleetReport, Order } from './fleet-messages.js';
import { FleetScreen, type ScreenName } from './fleet-screen.js';
import { createNodeTransport } from './node-transport.js';

/** The longest wait of a screen's ladder (POLL-2), and a moment. */
const LONGEST_WAIT_MS = 46_000;

/** Connections for requests, which all screens of the process share. */
const CONNECTIONS = 256;

type Mutable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer E)[] ? E[] : T[Key];
};

/** Many screens in one process, which share nothing but their connections. */
export class ScreensSide {
  readonly #clock: Clock = createBrowserClock();
  readonly #screens: FleetScreen[] = [];
  readonly #lateness = monitorEventLoopDelay({ resolution: 10 });
  readonly #source;
  readonly #channel;
  #url = '';
  #happened = nothing();
  #failed: Record<string, number> = {};
  #blanked = 0;

  /** @param localAddress a loopback address of the process's own, for ports of its own. */
  constructor(private readonly localAddress: string) {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, localAddress });
    const route = (): string => this.#url;
    const onSent = (): void => void this.#happened.sent.push([Date.now()]);
    const transport = createNodeTransport({ clock: this.#clock, agent, route, onSent });
    // Where it goes, `route` decides.
    this.#source = createHttpSnapshotSource({
      serverUrl: 'http://balancer',
      clock: this.#clock,
      transport,
    });
    class RoutedSocket extends WebSocket {
      constructor() {
        super(route().replace('http', 'ws') + PATHS.socket, { localAddress });
      }
    }
    this.#channel = createReconnectingChannel({
      url: 'ws://balancer',
      // It is a browser's socket in all that the player uses.
      socketClass: RoutedSocket as unknown as typeof globalThis.WebSocket,
    });
    this.#lateness.enable();
  }

  async obey(order: Order): Promise<FleetReport> {
    switch (order.kind) {
      case 'install':
        await this.#install(order.screens, order.perSecond);
        break;
      case 'route':
        this.#url = order.url;
        break;
      case 'power':
        for (const screen of this.#screens) {
          if (order.on) screen.powerOn();
          else screen.powerOff();
        }
        break;
      case 'report':
        break;
    }
    return this.#report();
  }

  async #install(names: readonly ScreenName[], perSecond: number): Promise<void> {
    for (const [at, name] of names.entries()) {
      if (at % perSecond === perSecond - 1) await this.#elapse(1000);
      const screen = new FleetScreen(name, this.#portsOf(name), this.#observer, this.#seed());
      this.#screens.push(screen);
      screen.powerOn();
    }
  }

  #portsOf({ school }: ScreenName) {
    const channel = this.#channel;
    const happened = () => this.#happened;
    return {
      clock: this.#clock,
      source: this.#source,
      channel: {
        open(listener: Parameters<typeof channel.open>[0]) {
          return channel.open((event) => {
            const now = Date.now();
            if (event.kind === 'closed') happened().closed.push([now, event.code]);
            if (event.kind === 'frame' && event.text.includes('"welcome"')) {
              happened().welcomed.push([now]);
            }
            if (event.kind === 'frame' && event.text.includes('"invalidate"')) {
              happened().told.push([now, school]);
            }
            listener(event);
          });
        },
      },
    };
  }

  readonly #observer = {
    shown: (school: number, revision: string): void => {
      this.#happened.shown.push([Date.now(), school, revision]);
    },
    failed: (why: string): void => {
      this.#failed[why] = (this.#failed[why] ?? 0) + 1;
    },
    blanked: (): void => {
      this.#blanked += 1;
    },
  };

  /** Different in every process, and the same in every run. */
  #seed(): number {
    return Number(this.localAddress.split('.').at(-1)) * 10_000 + this.#screens.length;
  }

  #report(): FleetReport {
    const states = this.#screens.map((screen) => screen.state);
    const count = (isSo: (state: NonNullable<FleetScreen['state']>) => boolean): number =>
      states.filter((state) => state !== undefined && isSo(state)).length;
    const atMs = this.#clock.monotonicMs();
    const report: FleetReport = {
      happened: this.#happened,
      failed: this.#failed,
      blanked: this.#blanked,
      lateMs: this.#lateness.max / 1e6,
      screens: {
        installed: states.length,
        showing: count(({ shown }) => shown.kind === 'content'),
        joined: count(({ channel }) => channel.link.kind === 'open'),
        withoutRealtime: count(({ channel }) => channel.link.kind === 'off'),
        idle: count(({ network, timers }) => {
          const nextMs = (timers.refresh ?? Number.POSITIVE_INFINITY) - atMs;
          return network.kind === 'idle' && nextMs > LONGEST_WAIT_MS;
        }),
      },
    };
    this.#happened = nothing();
    this.#failed = {};
    this.#blanked = 0;
    this.#lateness.reset();
    return report;
  }

  #elapse(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.setTimer(ms, resolve);
    });
  }
}

function nothing(): Mutable<FleetReport['happened']> {
  return { sent: [], welcomed: [], told: [], shown: [], closed: [] };
}
