import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FleetReport, Order } from './fleet-messages.js';
import type { ScreenName } from './fleet-screen.js';

const CHILD = fileURLToPath(new URL('screens-child.mjs', import.meta.url));
const SCREENS_A_PROCESS = 2500;
const HEAP_MB = 1024;

/** Screens in processes of their own, each bounded, so that the servers are alone in theirs. */
export class Fleet {
  /** Of the last report of each process, and what happened since `forget`. */
  #total = emptyReport();

  private constructor(private readonly children: readonly ChildProcess[]) {}

  static async start(screens: number): Promise<Fleet> {
    const count = Math.ceil(screens / SCREENS_A_PROCESS);
    const children = Array.from({ length: count }, (_, at) =>
      fork(CHILD, [`127.0.0.${at + 2}`], { execArgv: [`--max-old-space-size=${HEAP_MB}`] }),
    );
    await Promise.all(children.map((child) => once(child, 'message')));
    return new Fleet(children);
  }

  /** @param perSecond of all processes together. */
  async install(screens: readonly ScreenName[], perSecond: number): Promise<void> {
    const share = Math.ceil(perSecond / this.children.length);
    const parts = this.children.map((_, part) =>
      screens.filter((_each, at) => at % this.children.length === part),
    );
    await this.#order((at) => ({ kind: 'install', screens: parts[at] ?? [], perSecond: share }));
  }

  async route(url: string): Promise<void> {
    await this.#order(() => ({ kind: 'route', url }));
  }

  async power(on: boolean): Promise<void> {
    await this.#order(() => ({ kind: 'power', on }));
  }

  /** How the screens are, and all that happened since `forget`. */
  async report(): Promise<FleetReport> {
    await this.#order(() => ({ kind: 'report' }));
    return this.#total;
  }

  /** What happened so far is left out of further reports. */
  async forget(): Promise<void> {
    await this.report();
    this.#total = emptyReport();
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }),
    );
  }

  async #order(orderOf: (at: number) => Order): Promise<void> {
    const reports = await Promise.all(
      this.children.map(async (child, at): Promise<FleetReport> => {
        child.send(orderOf(at));
        const [report] = await once(child, 'message');
        return report;
      }),
    );
    const now = reports.reduce(together, emptyReport());
    this.#total = { ...together(this.#total, now), screens: now.screens };
  }
}

function emptyReport(): FleetReport {
  return {
    happened: { sent: [], welcomed: [], told: [], shown: [], closed: [] },
    failed: {},
    blanked: 0,
    lateMs: 0,
    screens: { installed: 0, showing: 0, joined: 0, withoutRealtime: 0, idle: 0 },
  };
}

function together(a: FleetReport, b: FleetReport): FleetReport {
  return {
    happened: {
      sent: [...a.happened.sent, ...b.happened.sent],
      welcomed: [...a.happened.welcomed, ...b.happened.welcomed],
      told: [...a.happened.told, ...b.happened.told],
      shown: [...a.happened.shown, ...b.happened.shown],
      closed: [...a.happened.closed, ...b.happened.closed],
    },
    failed: summed(a.failed, b.failed),
    blanked: a.blanked + b.blanked,
    lateMs: Math.max(a.lateMs, b.lateMs),
    screens: summed(a.screens, b.screens),
  };
}

function summed<T extends Readonly<Record<string, number>>>(a: T, b: T): T {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const sums = [...keys].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]);
  return Object.fromEntries(sums);
}
