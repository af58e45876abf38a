import type { Transition } from '../../core/create-transition.js';
import { transition as realTransition } from '../../core/transition.js';
import { FakeServer } from '../fake-server.js';
import { Timeline } from '../timeline.js';
import { ScreenFate } from './befall-screen.js';
import { ServerFate } from './befall-server.js';
import type { Fault, FaultScript } from './fault.js';
import { FleetWatch } from './fleet-watch.js';
import { Published } from './published.js';
import { type Content, School, sampleContent } from './school.js';
import { SimulatedScreen } from './simulated-screen.js';
import type { Violation } from './violation.js';

export interface SimulationConfig {
  /** @default 1 */
  readonly screens?: number;
  /** Virtual time. @default an hour */
  readonly durationMs?: number;
  /** When the run starts, true time. @default SAMPLE_MIDNIGHT_MS */
  readonly startMs?: number;
  /** Of the screens' own dice; faults are the script's. @default 1 */
  readonly seed?: number;
  /** How often a screen advances by itself. @default 30000 */
  readonly tickMs?: number;
  /** The window of an invalidate (WS-8). @default 250 */
  readonly spreadMs?: number;
  /** What the school publishes, first and on each publish. @default sampleContent(8) */
  readonly content?: Content;
  /** To plant a defect. @default the player's own */
  readonly transition?: Transition;
  /**
   * Of a screen's starts, the share from 0 to 1 on which sockets, files and bells come late, by a
   * second script (PAGE-3).
   * @default 0
   */
  readonly lateJoins?: number;
}

export interface SimulationResult {
  /** The first promise that was broken; the run ends with it. */
  readonly violation: Violation | undefined;
  /** How often anything happened to a player, of all screens. */
  readonly events: number;
  readonly boots: number;
  /** How many screens were without their server, power or storage when the run ended. */
  readonly troubled: number;
}

const HOUR_MS = 3_600_000;

/**
 * Lives through virtual time with a school's server, its screens and everything that the script
 * lets go wrong, and checks the promises after every event. A pure function of its arguments: the
 * same ones give the same run, event for event.
 */
export function simulate(config: SimulationConfig, script: FaultScript): SimulationResult {
  const { screens: count = 1, durationMs = HOUR_MS, seed = 1, spreadMs = 250 } = config;
  const { tickMs = 30_000, transition = realTransition, content = sampleContent(8) } = config;
  const { lateJoins = 0 } = config;
  const timeline = new Timeline(config.startMs);
  const startMs = timeline.nowMs;
  let violation: Violation | undefined;
  const reportOf = (screen: number | undefined) => (rule: string, words: string) => {
    violation ??= { rule, words, screen, atMs: timeline.nowMs - startMs };
  };

  const snapshot = content(startMs, 0);
  const server = new FakeServer({
    timeline,
    snapshot,
    keepsRequests: false,
    gateway: { spreadMs },
  });
  const published = new Published();
  const school = new School(server, published, content);
  const fleet = new FleetWatch(count, reportOf(undefined));
  const screens = Array.from({ length: count }, (_, index) => {
    const report = reportOf(index);
    const standstillsMs = standstillsOf(index, script).map((atMs) => startMs + atMs);
    const known = { server, published, fleet, report, lateJoins };
    return new SimulatedScreen({ ...known, index, seed, tickMs, standstillsMs, transition });
  });
  const fates = screens.map((screen) => new ScreenFate(screen, seed));
  const serverFate = new ServerFate({ server, school, screens, fates, fleet, spreadMs });

  const befall = (fault: Fault): void => {
    if (fault.screen === 'server') {
      serverFate.befall(fault.mishap);
      return;
    }
    const befallen = fault.screen === 'all' ? fates : fates.slice(fault.screen, fault.screen + 1);
    for (const fate of befallen) fate.befall(fault.mishap);
  };

  for (const fault of script) timeline.at(startMs + fault.atMs, () => befall(fault));
  school.renewDaily(() => serverFate.befall({ kind: 'publish', isTold: true, isUrgent: false }));
  fleet.told(startMs);
  for (const screen of screens) screen.powerOn();
  timeline.advanceUntil(() => violation !== undefined, durationMs);
  for (const screen of screens) screen.close();
  return {
    violation,
    events: sum(screens.map(({ events }) => events)),
    boots: sum(screens.map(({ boots }) => boots)),
    troubled: screens.filter(({ troubles }) => troubles > 0).length,
  };
}

/** When nothing on a screen runs any more; in order. */
function standstillsOf(index: number, script: FaultScript): readonly number[] {
  return script
    .filter(({ screen }) => screen === index || screen === 'all')
    .filter(({ mishap }) => mishap.kind === 'sleep' || mishap.kind === 'suspend')
    .map(({ atMs }) => atMs)
    .sort((a, b) => a - b);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
