import { brotliCompressSync, gzipSync } from 'node:zlib';
import { formatRevision, type ScreenInfo, type View } from '@hallboard/shared';
import type { Bus } from '../bus/bus.js';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { silentLogger } from '../logging/logger.js';
import { createToken, hashSecret } from '../screens/token.js';
import { SchoolIndex } from '../serving/school-index.js';
import { ScreenAccess } from '../serving/screen-access.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import { type BodyRecord, type ScreenRecord, viewKey } from '../store/records.js';
import type { PublishedState, Store } from '../store/store.js';
import { ManualClock } from './manual-clock.fixture.js';
import { createSeededRandom } from './seeded-random.fixture.js';
import { StoreFaults } from './store-faults.fixture.js';

const BOARD: View = { layout: 'board', groups: [] };

/** A screen that a test made, with the token that it alone knows. */
export interface TestScreen {
  readonly id: string;
  readonly token: string;
}

/** Schools in a real store in memory, what they are served from, and a clock that stands still. */
export class World {
  readonly clock = new ManualClock();
  readonly random = createSeededRandom('world');
  readonly bus: Bus = createInProcessBus();
  readonly faults = new StoreFaults();
  readonly index: SchoolIndex;
  readonly access: ScreenAccess;
  /** Set, notices are lost on the way. */
  isBusDeaf = false;

  private constructor(
    readonly store: Store,
    allowMultiDevice: boolean,
  ) {
    const { clock } = this;
    const served = this.faults.wrap(store);
    this.index = new SchoolIndex({ store: served, bus: this.bus, clock, logger: silentLogger });
    this.access = new ScreenAccess({ index: this.index, store: served, clock, allowMultiDevice });
  }

  static async open({ allowMultiDevice = false } = {}): Promise<World> {
    const store = await openLibsqlStore({
      path: ':memory:',
      clock: new ManualClock(),
      random: createSeededRandom('store'),
    });
    return new World(store, allowMultiDevice);
  }

  async close(): Promise<void> {
    this.index.close();
    await this.bus.close();
    await this.store.close();
  }

  /** Adds a school with its first publish. */
  async addSchool(id: string, views: readonly View[] = [BOARD]): Promise<void> {
    await this.store.addSchool(id, await this.#state(id, 1, views));
    this.#notify(id);
  }

  /** Publishes the next sequence. @returns its revision. */
  async publish(id: string, urgent = false): Promise<string> {
    const sequence = ((await this.store.school(id))?.sequence ?? 0) + 1;
    const state = await this.#state(id, sequence, [BOARD]);
    await this.store.publish({ ...state, schoolId: id, baseSequence: sequence - 1 });
    this.#notify(id, urgent);
    return formatRevision(await this.store.epoch(), sequence);
  }

  async addScreen(
    schoolId: string,
    id: string,
    info: Partial<ScreenInfo> = {},
  ): Promise<TestScreen> {
    const token = createToken(this.random);
    const sound = { on: false, volume: 0.5 };
    await this.store.addScreen({
      id,
      schoolId,
      tokenHash: hashSecret(token),
      view: BOARD,
      info: { version: 1, name: id, sound, ...info },
    });
    this.#notify(schoolId);
    return { id, token };
  }

  /** Renames a screen, which advances its object's version. */
  async renameScreen(id: string, name: string): Promise<void> {
    const record = await this.#screen(id);
    const info = { ...record.info, name, version: record.info.version + 1 };
    await this.store.updateScreen({ ...record, info });
    this.#notify(record.schoolId);
  }

  async revokeScreen(id: string): Promise<void> {
    const record = await this.#screen(id);
    await this.store.revokeScreen(id, this.clock.wallMs());
    this.#notify(record.schoolId);
  }

  /** Lets everything that is ready to run do so: the store in memory answers without waiting. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Moves the clock in steps, and lets what each step started end. */
  async advance(ms: number, stepMs = ms): Promise<void> {
    for (let passed = 0; passed < ms; passed += stepMs) {
      this.clock.advance(Math.min(stepMs, ms - passed));
      await this.settle();
    }
  }

  #notify(schoolId: string, urgent = false): void {
    if (!this.isBusDeaf) this.bus.publish({ schoolId, urgent });
  }

  async #screen(id: string): Promise<ScreenRecord> {
    const record = await this.store.screen(id);
    if (record === undefined) throw new Error(`There is no screen ${id}`);
    return record;
  }

  async #state(name: string, sequence: number, views: readonly View[]): Promise<PublishedState> {
    const epoch = await this.store.epoch();
    const body = (view: View): BodyRecord => {
      const json = Buffer.from(JSON.stringify({ school: name, sequence, view: viewKey(view) }));
      return {
        viewKey: viewKey(view),
        revision: formatRevision(epoch, sequence),
        etag: `"${name}-${sequence}-${viewKey(view)}"`,
        json,
        brotli: brotliCompressSync(json),
        gzip: gzipSync(json),
      };
    };
    const [zone, horizon] = ['Europe/Madrid', '2026-12-31'];
    return { name, zone, content: '{}', horizon, bodies: views.map(body) };
  }
}
