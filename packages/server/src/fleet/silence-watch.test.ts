import { beforeEach, describe, expect, it } from 'vitest';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { contentInput } from '../content/content.fixture.js';
import { createPublisher, type Publisher } from '../content/publisher.js';
import { silentLogger } from '../logging/logger.js';
import type { Notice } from '../ports/notifier.js';
import { SchoolIndex } from '../serving/school-index.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import type { Store } from '../store/store.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { noMedia } from '../testing/no-media.fixture.js';
import { createSeededRandom } from '../testing/seeded-random.fixture.js';
import { StoreFaults } from '../testing/store-faults.fixture.js';
import { createFleetStatus } from './fleet-status.js';
import { ScreenWatch } from './screen-watch.js';
import { SilenceWatch } from './silence-watch.js';

const MINUTE_MS = 60_000;
/** In Madrid, on a Tuesday with lessons from 08:00 to 09:45. */
const at = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`);

let clock: ManualClock;
let store: Store;
let faults: StoreFaults;
let index: SchoolIndex;
let publisher: Publisher;
let sent: Notice[];
let isTaking: boolean;
let watch: SilenceWatch;

/** One node's, on the store that all share. */
function node(seed = 'node'): SilenceWatch {
  const random = createSeededRandom(seed);
  const screens = new ScreenWatch({ store, index, clock, logger: silentLogger });
  return new SilenceWatch({
    store: faults.wrap(store),
    index,
    fleet: createFleetStatus({ index, watch: screens, clock }),
    notifiers: [
      {
        channel: 'webhook',
        async send(notice) {
          if (!isTaking) throw new Error('no');
          sent.push(notice);
        },
      },
    ],
    digestMs: 15 * MINUTE_MS,
    clock,
    random,
    logger: silentLogger,
  });
}

beforeEach(async () => {
  clock = new ManualClock(at('07:30'));
  const random = createSeededRandom('silence');
  store = await openLibsqlStore({ path: ':memory:', clock, random });
  faults = new StoreFaults();
  const bus = createInProcessBus();
  publisher = createPublisher({ store, bus, media: noMedia, clock, random });
  await publisher.addSchool({ id: 'north', name: 'N', zone: 'Europe/Madrid', locale: 'en' });
  for (const id of ['door', 'gym', 'hall']) {
    await publisher.addScreen('north', { id, name: id.toUpperCase() });
  }
  const nightHours = { from: '17:00', until: '08:45' };
  await publisher.addScreen('north', { id: 'lobby', name: 'LOBBY', nightHours });
  await publisher.publish('north', contentInput({ media: [] }));
  index = new SchoolIndex({ store, bus, clock, logger: silentLogger });
  await index.start();
  sent = [];
  isTaking = true;
  watch = node();
  return () => index.close();
});

/** The named screens are answered now. */
const seen = (...screens: string[]) =>
  store.saveSights(
    'north',
    screens.map((screenId) => ({ screenId, lastSeenMs: clock.wallMs() })),
  );

/** Lets minutes pass, with a look in each, while the named screens are answered. */
async function minutes(count: number, answered: string[] = [], looking = [watch]): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    clock.advance(MINUTE_MS);
    await seen(...answered);
    for (const one of looking) await one.look();
  }
}

const told = () => sent.map(({ kind, screens }) => [kind, ...screens.map(({ screen }) => screen)]);

describe('SilenceWatch', () => {
  it('lets others have their turn between the programs of schools, open or not', async () => {
    await publisher.addSchool({ id: 'south', name: 'S', zone: 'Europe/Madrid', locale: 'en' });
    await publisher.addSchool({ id: 'west', name: 'W', zone: 'Europe/Madrid', locale: 'en' });
    await index.sweep();
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await watch.look();
    isDone = true;
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it('[OBS-4] puts all that are silent for 10 min in one digest, then tells who is back', async () => {
    await minutes(40, ['door', 'gym', 'hall']);
    const lostAtMs = clock.wallMs();
    await minutes(1, ['door', 'gym']);
    await minutes(9, ['door']);
    expect(told()).toEqual([]);
    await minutes(4, ['door']);
    expect(told()).toEqual([['screens-silent', 'gym', 'hall']]);
    expect(sent[0]?.screens[1]).toEqual({
      school: 'north',
      screen: 'hall',
      name: 'HALL',
      since: lostAtMs,
    });
    await minutes(30, ['door']);
    expect(told()).toHaveLength(1);
    await minutes(5, ['door', 'gym', 'hall']);
    expect(told().slice(1)).toEqual([['screens-recovered', 'gym', 'hall']]);
  });

  it('[OBS-4] says nothing of screens that are off before, after and without lessons', async () => {
    await minutes(1, ['door', 'gym', 'hall']);
    // Off until 08:05, and from 09:50 on.
    await minutes(34);
    await minutes(105, ['door', 'gym', 'hall']);
    await minutes(600);
    expect(told()).toEqual([]);
  });

  it('[OBS-4] [TIME-5] misses no screen in its night hours, nor for 10 min after them', async () => {
    await minutes(1, ['door', 'gym', 'hall', 'lobby']);
    // It is dark until 08:45, and does not come back.
    await minutes(84, ['door', 'gym', 'hall']);
    expect(told()).toEqual([]);
    await minutes(4, ['door', 'gym', 'hall']);
    expect(told()).toEqual([['screens-silent', 'lobby']]);
  });

  it('never misses a screen that no device has opened', async () => {
    await minutes(120);
    expect(told()).toEqual([]);
  });

  it('[OBS-4] repeats nothing after a restart, and one of many nodes tells', async () => {
    await minutes(40, ['door', 'gym', 'hall']);
    const nodes = [watch, node('b'), node('c')];
    await minutes(15, ['door', 'gym'], nodes);
    expect(told()).toEqual([['screens-silent', 'hall']]);
    await minutes(20, ['door', 'gym'], [node('restarted')]);
    expect(told()).toHaveLength(1);
    await minutes(2, ['door', 'gym', 'hall'], nodes);
    expect(told()[1]).toEqual(['screens-recovered', 'hall']);
    expect(told()).toHaveLength(2);
  });

  it('[OBS-4] lets nodes that look at the same instant send once', async () => {
    await minutes(40, ['door', 'gym', 'hall']);
    await minutes(11, ['door', 'gym']);
    const nodes = [watch, node('b'), node('c')];
    for (let passed = 0; passed < 4; passed += 1) {
      clock.advance(MINUTE_MS);
      await seen('door', 'gym');
      await Promise.all(nodes.map((one) => one.look()));
    }
    expect(told()).toEqual([['screens-silent', 'hall']]);
  });

  it('[OBS-4] tries again what nobody took, under the same id, at growing intervals', async () => {
    await minutes(40, ['door', 'gym', 'hall']);
    isTaking = false;
    await minutes(20, ['door', 'gym']);
    // Told of in the 13th minute; tried then, and 1, 3 and 7 minutes later.
    const attempts = JSON.parse((await store.document('silence'))?.text ?? '').outbox[0];
    expect(attempts.attempts).toBe(4);
    isTaking = true;
    await minutes(10, ['door', 'gym']);
    expect(told()).toEqual([['screens-silent', 'hall']]);
    expect(sent[0]?.id).toBe(attempts.notice.id);
  });

  it('blames no screen for a time in which the server or the store was away', async () => {
    await minutes(40, ['door', 'gym', 'hall']);
    faults.down = true;
    await minutes(20);
    faults.down = false;
    // The screens are answered all the while, and the nodes say so as soon as they can.
    await minutes(1);
    await minutes(5, ['door', 'gym', 'hall']);
    clock.advance(20 * MINUTE_MS);
    await node('restarted').look();
    await minutes(5, ['door', 'gym', 'hall'], [node('again')]);
    expect(told()).toEqual([]);
  });

  it('forgets a screen that is revoked', async () => {
    await minutes(40, ['door', 'gym', 'hall']);
    await minutes(15, ['door', 'gym']);
    await store.revokeScreen('hall', clock.wallMs());
    await index.refresh('north');
    await minutes(20, ['door', 'gym']);
    expect(told()).toEqual([['screens-silent', 'hall']]);
    expect(JSON.parse((await store.document('silence'))?.text ?? '').told).toEqual([]);
  });
});
