import { describe, expect, it } from 'vitest';
import type { Store } from '../store/store.js';
import { contentInput } from './content.fixture.js';
import { publishing } from './publisher.fixture.js';

const DAY_MS = 24 * 3_600_000;

describe('publisher', () => {
  it('gives a new school content that its first screen can show', async () => {
    const { store, snapshotOf, epoch } = await publishing();
    expect(await store.school('riverside')).toMatchObject({
      name: 'Riverside',
      zone: 'Europe/Madrid',
      sequence: 1,
      horizon: '2026-12-29',
    });
    const snapshot = await snapshotOf('board');
    expect(snapshot.revision).toBe(`${epoch}.1`);
    expect(snapshot.school).toMatchObject({ name: 'Riverside', locale: 'en-GB' });
    expect(snapshot.divisions[0].days[0].texts).toEqual({
      weekday: 'Tuesday',
      date: '24 November',
    });
  });

  it('refuses a school that is wrong or there already', async () => {
    const { publisher, told } = await publishing();
    const school = { id: 'riverside', name: 'Other', zone: 'UTC', locale: 'en' };
    expect(await publisher.addSchool(school)).toEqual({ kind: 'taken' });
    const wrong = await publisher.addSchool({ id: 'River Side', name: '', zone: 'X', extra: 1 });
    const paths = wrong.kind === 'invalid' ? wrong.violations.map(({ path }) => path) : [];
    expect(paths.sort()).toEqual(['extra', 'id', 'locale', 'name', 'zone']);
    expect(told).toEqual([]);
  });

  it('[SNAP-5] publishes content with every body in use, and says so', async () => {
    const { publisher, store, told, snapshotOf, epoch } = await publishing();
    const content = contentInput();
    const result = await publisher.publish('riverside', content);
    expect(result).toEqual({ kind: 'published', revision: `${epoch}.2` });
    expect(await store.content('riverside')).toBe(JSON.stringify(content));
    expect((await snapshotOf('board')).announcements).toHaveLength(1);
    expect(await store.school('riverside')).toMatchObject({ name: 'Riverside School' });
    expect(told).toEqual([{ schoolId: 'riverside', urgent: false }]);
  });

  it('publishes the same content again as a new revision', async () => {
    const { publisher, epoch } = await publishing();
    await publisher.publish('riverside', contentInput());
    const again = await publisher.publish('riverside', contentInput());
    expect(again).toEqual({ kind: 'published', revision: `${epoch}.3` });
  });

  it('[SNAP-1] changes nothing for content that is wrong, and names every violation', async () => {
    const { publisher, store, told } = await publishing();
    const before = [await store.counters(), await store.content('riverside')];
    const wrong = { ...contentInput(), honours: [{ id: 'h' }], weekend: 'sunday' };
    const result = await publisher.publish('riverside', wrong);
    expect(result).toMatchObject({
      kind: 'invalid',
      violations: [{ path: 'weekend' }, { path: 'honours[0].name' }, { path: 'honours[0].title' }],
    });
    expect([await store.counters(), await store.content('riverside')]).toEqual(before);
    expect(told).toEqual([]);
  });

  it('[SNAP-5] changes nothing for content that is too large', async () => {
    const { publisher, store } = await publishing();
    const body = 'x'.repeat(4000);
    const announcements = Array.from({ length: 270 }, (_, index) => ({
      id: `a${index}`,
      title: 'A',
      body,
    }));
    const result = await publisher.publish('riverside', contentInput({ announcements }));
    expect(result).toMatchObject({
      kind: 'too-large',
      parts: [{ path: 'announcements' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    });
    expect((await store.school('riverside'))?.sequence).toBe(1);
  });

  it('knows no school that was not added', async () => {
    const { publisher } = await publishing();
    const nowhere = { kind: 'unknown-school' };
    expect(await publisher.publish('nowhere', contentInput())).toEqual(nowhere);
    expect(await publisher.rollHorizon('nowhere')).toEqual(nowhere);
    expect(await publisher.addScreen('nowhere', { name: 'Hall' })).toEqual(nowhere);
    expect(await publisher.changeScreen('nowhere', 's', {})).toEqual(nowhere);
  });

  it('publishes only on top of the revision that it is told', async () => {
    const { publisher, epoch } = await publishing();
    const publish = (ifMatch: string) =>
      publisher.publish('riverside', contentInput(), { ifMatch });
    expect(await publish(`${epoch}.1`)).toMatchObject({ kind: 'published' });
    const current = `${epoch}.2`;
    expect(await publish(`${epoch}.1`)).toEqual({ kind: 'revision-mismatch', current });
    expect(await publish(current)).toMatchObject({ kind: 'published' });
  });

  it('publishes all of many at once, in the order in which they came', async () => {
    const { publisher, store, epoch } = await publishing();
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => {
        const school = { name: `School ${index}`, zone: 'UTC', locale: 'en' };
        return publisher.publish('riverside', contentInput({ school }));
      }),
    );
    expect(results).toEqual(
      results.map((_, index) => ({ kind: 'published', revision: `${epoch}.${index + 2}` })),
    );
    expect((await store.school('riverside'))?.name).toBe('School 11');
  });

  it('builds again when another node was first, and gives up after a number of times', async () => {
    let rivals = 0;
    const overtaken = (store: Store): Store => ({
      ...store,
      async publish(write) {
        if (rivals > 0) {
          rivals -= 1;
          await store.publish({ ...write, content: '{"rival":true}' });
        }
        return store.publish(write);
      },
    });
    const { publisher, store, epoch } = await publishing(overtaken);
    rivals = 2;
    const result = await publisher.publish('riverside', contentInput());
    expect(result).toEqual({ kind: 'published', revision: `${epoch}.4` });
    expect(await store.content('riverside')).toBe(JSON.stringify(contentInput()));
    rivals = 1000;
    await expect(publisher.publish('riverside', contentInput())).rejects.toMatchObject({
      name: 'StoreUnavailableError',
    });
  });

  it('[ALERT-2] tells of alerts as urgent: when one comes, changes or goes', async () => {
    const { publisher, told } = await publishing();
    const storm = {
      id: 'a',
      kind: 'weather',
      title: 'Storm',
      startsAt: '2026-11-24T12:00',
    } as const;
    for (const alerts of [[], [storm], [storm], [{ ...storm, title: 'Gale' }], []]) {
      await publisher.publish('riverside', contentInput({ alerts }));
    }
    expect(told.map(({ urgent }) => urgent)).toEqual([false, true, false, true, true]);
    // What is usual, written out or not, is the same alert.
    await publisher.publish('riverside', contentInput({ alerts: [storm] }));
    const written = { drill: false, groups: [], ...storm };
    await publisher.publish('riverside', contentInput({ alerts: [written] }));
    expect(told.slice(5).map(({ urgent }) => urgent)).toEqual([true, false]);
  });
});

describe('the horizon', () => {
  it('[SNAP-6] rolls once per local date, by whichever node is first', async () => {
    const { publisher, node, store, clock, told, snapshotOf, epoch } = await publishing();
    await publisher.publish('riverside', contentInput());
    expect(await publisher.rollHorizon('riverside')).toEqual({ kind: 'current' });
    // Midnight in Madrid comes 12 hours later.
    clock.advance(12 * 3_600_000 - 1);
    expect(await publisher.rollHorizon('riverside')).toEqual({ kind: 'current' });
    clock.advance(1);
    told.length = 0;
    const results = await Promise.all([
      publisher.rollHorizon('riverside'),
      node().rollHorizon('riverside'),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['current', 'published']);
    expect(told).toEqual([{ schoolId: 'riverside', urgent: false }]);
    expect(await store.school('riverside')).toMatchObject({ sequence: 3, horizon: '2026-12-30' });
    expect(await store.content('riverside')).toBe(JSON.stringify(contentInput()));
    const snapshot = await snapshotOf('board');
    expect(snapshot.revision).toBe(`${epoch}.3`);
    expect(snapshot.divisions[0].days[0].date).toBe('2026-11-25');
  });

  it('[SNAP-6] catches up after days without a server', async () => {
    const { publisher, store, clock } = await publishing();
    clock.advance(40 * DAY_MS);
    expect(await publisher.rollHorizon('riverside')).toMatchObject({ kind: 'published' });
    expect((await store.school('riverside'))?.horizon).toBe('2027-02-07');
  });

  it('comes back from a future in which a wrong clock published', async () => {
    const { publisher, store, clock, node } = await publishing();
    clock.advance(1000 * DAY_MS);
    await publisher.rollHorizon('riverside');
    clock.advance(-1000 * DAY_MS);
    expect(await node().rollHorizon('riverside')).toMatchObject({ kind: 'published' });
    expect((await store.school('riverside'))?.horizon).toBe('2026-12-29');
  });

  it('[SNAP-6] rolls at a minute of the night that is the school’s own', async () => {
    const { publisher, clock } = await publishing();
    const nextOf = (id: string) => publisher.nextRollAtMs({ id, zone: 'Europe/Madrid' });
    const minutes = new Set<number>();
    for (let number = 0; number < 200; number += 1) {
      const atMs = nextOf(`school-${number}`);
      const minute = (atMs - Date.parse('2026-11-25T00:00+01:00')) / 60_000;
      expect(minute).toBeGreaterThanOrEqual(60);
      expect(minute).toBeLessThan(300);
      minutes.add(minute);
    }
    expect(minutes.size).toBeGreaterThan(100);

    const first = nextOf('riverside');
    clock.advance(first - clock.wallMs() - 1);
    expect(nextOf('riverside')).toBe(first);
    clock.advance(1);
    expect(nextOf('riverside')).toBe(first + DAY_MS);
  });
});
