import { describe, expect, it } from 'vitest';
import { hashSecret } from '../screens/token.js';
import { contentInput } from './content.fixture.js';
import { publishing } from './publisher.fixture.js';

describe('adding a screen', () => {
  it('[SEC-1] tells its token once, and keeps only the hash', async () => {
    const { publisher, store, told } = await publishing();
    const added = await publisher.addScreen('riverside', { id: 'hall', name: 'Main hall' });
    if (added.kind !== 'added') throw new Error(added.kind);
    expect(added.token).toMatch(/^[\w-]{43}$/);
    expect(added.screen).toEqual({
      id: 'hall',
      schoolId: 'riverside',
      tokenHash: hashSecret(added.token),
      view: { layout: 'board', groups: [] },
      info: { version: 1, name: 'Main hall', sound: { on: false, volume: 0.5 } },
    });
    expect(await store.screenByTokenHash(hashSecret(added.token))).toEqual(added.screen);
    expect(told).toEqual([{ schoolId: 'riverside', urgent: false }]);
  });

  it('needs no publish for a view that is in use', async () => {
    const { publisher, store } = await publishing();
    const [one, two] = [
      await publisher.addScreen('riverside', { name: 'A' }),
      await publisher.addScreen('riverside', { name: 'B' }),
    ];
    if (one.kind !== 'added' || two.kind !== 'added') throw new Error('not added');
    expect(one.screen.id).not.toBe(two.screen.id);
    expect(one.token).not.toBe(two.token);
    expect((await store.school('riverside'))?.sequence).toBe(1);
  });

  it('[SNAP-5] is a publish for a view that is new', async () => {
    const { publisher, store, snapshotOf, epoch } = await publishing();
    const added = await publisher.addScreen('riverside', {
      name: 'Staff room',
      layout: 'announcements',
      groups: ['staff', 'hall', 'staff'],
    });
    if (added.kind !== 'added') throw new Error(added.kind);
    expect(added.screen.view).toEqual({ layout: 'announcements', groups: ['hall', 'staff'] });
    expect(await store.screens('riverside')).toEqual([added.screen]);
    // The screens' views replace the one that was built for a school without screens.
    expect((await store.bodies('riverside')).map(({ viewKey }) => viewKey)).toEqual([
      'announcements+hall+staff',
    ]);
    expect((await snapshotOf('announcements+hall+staff')).revision).toBe(`${epoch}.2`);
  });

  it('[SNAP-5] builds no body any more for a view that only a revoked screen had', async () => {
    const { publisher, store, clock } = await publishing();
    await publisher.addScreen('riverside', { id: 'hall', name: 'Hall' });
    await publisher.addScreen('riverside', { id: 'wall', name: 'Wall', layout: 'media' });
    await store.revokeScreen('wall', clock.wallMs());
    expect(await publisher.publish('riverside', contentInput())).toMatchObject({
      kind: 'published',
    });
    expect((await store.bodies('riverside')).map(({ viewKey }) => viewKey)).toEqual(['board']);
  });

  it('gives many screens with new views a body each, when they come at once', async () => {
    const { publisher, store } = await publishing();
    const names = ['a', 'b', 'c'];
    const results = await Promise.all(
      names.map((name) => publisher.addScreen('riverside', { name, groups: [name] })),
    );
    expect(results.map(({ kind }) => kind)).toEqual(names.map(() => 'added'));
    expect((await store.bodies('riverside')).map(({ viewKey }) => viewKey)).toEqual(
      names.map((name) => `board+${name}`),
    );
  });

  it('refuses an id that is taken, with a view that is in use or new', async () => {
    const { publisher, store } = await publishing();
    await publisher.addScreen('riverside', { id: 'hall', name: 'Hall' });
    const before = await store.counters();
    for (const groups of [[], ['new']]) {
      const again = await publisher.addScreen('riverside', { id: 'hall', name: 'Again', groups });
      expect(again).toEqual({ kind: 'taken' });
    }
    expect(await store.counters()).toEqual(before);
  });

  it('names everything that is wrong', async () => {
    const { publisher, store } = await publishing();
    const violations = async (screen: unknown) => {
      const result = await publisher.addScreen('riverside', screen);
      return result.kind === 'invalid' ? result.violations.map(({ path }) => path) : result.kind;
    };
    expect(
      await violations({
        id: 'Hall 1',
        layout: 'poster',
        sound: { on: true, volume: 2 },
        tocken: '',
      }),
    ).toEqual(['id', 'name', 'layout', 'sound.volume', 'tocken']);
    const focus = { kind: 'class', class: '7a' };
    expect(await violations({ name: 'A', division: 'upper', focus })).toEqual([
      'division',
      'focus.class',
    ]);
    expect(await store.screens('riverside')).toEqual([]);
    await publisher.publish('riverside', contentInput());
    expect(await violations({ name: 'A', division: 'main', focus })).toBe('added');
  });
});

describe('changing a screen', () => {
  async function withScreen() {
    const world = await publishing();
    await world.publisher.publish('riverside', contentInput());
    const added = await world.publisher.addScreen('riverside', { id: 'hall', name: 'Hall' });
    if (added.kind !== 'added') throw new Error(added.kind);
    world.told.length = 0;
    return { ...world, screen: added.screen };
  }

  it('[SNAP-8] advances its version, and is no publish, while the view stays', async () => {
    const { publisher, store, told, screen } = await withScreen();
    const nightHours = { from: '22:00', until: '06:00' };
    const focus = { kind: 'class', class: '7a' } as const;
    const change = { name: 'Gym', focus, division: 'main', nightHours };
    const result = await publisher.changeScreen('riverside', 'hall', change);
    const info = { ...screen.info, ...change, version: 2 };
    expect(result).toEqual({ kind: 'changed', screen: { ...screen, info } });
    expect(await store.screen('hall')).toEqual({ ...screen, info });
    expect((await store.school('riverside'))?.sequence).toBe(2);
    expect(told).toEqual([{ schoolId: 'riverside', urgent: false }]);

    const none = { focus: null, division: null, nightHours: null };
    await publisher.changeScreen('riverside', 'hall', none);
    expect((await store.screen('hall'))?.info).toEqual({ ...screen.info, name: 'Gym', version: 3 });
  });

  it('[SNAP-5] is a publish when the view changes, even to one in use', async () => {
    const { publisher, store, screen } = await withScreen();
    await publisher.addScreen('riverside', { id: 'staff', name: 'Staff', groups: ['staff'] });
    const before = (await store.school('riverside'))?.sequence ?? 0;
    const result = await publisher.changeScreen('riverside', 'hall', { groups: ['staff'] });
    const view = { layout: 'board', groups: ['staff'] };
    expect(result).toMatchObject({ kind: 'changed', screen: { view, info: { version: 2 } } });
    expect(await store.screen('hall')).toMatchObject({ view, tokenHash: screen.tokenHash });
    expect((await store.school('riverside'))?.sequence).toBe(before + 1);
    expect((await store.bodies('riverside')).map(({ viewKey }) => viewKey)).toEqual([
      'board+staff',
    ]);
  });

  it('keeps every change that comes at once', async () => {
    const { publisher, node, store } = await withScreen();
    const changes = [
      publisher.changeScreen('riverside', 'hall', { name: 'Gym' }),
      node().changeScreen('riverside', 'hall', { sound: { on: true, volume: 1 } }),
      publisher.changeScreen('riverside', 'hall', { layout: 'portrait' }),
      node().changeScreen('riverside', 'hall', { division: 'main' }),
    ];
    expect((await Promise.all(changes)).map(({ kind }) => kind)).toEqual(
      changes.map(() => 'changed'),
    );
    expect(await store.screen('hall')).toMatchObject({
      view: { layout: 'portrait' },
      info: { version: 5, name: 'Gym', sound: { on: true }, division: 'main' },
    });
  });

  it('refuses what is wrong, and screens that are revoked or of another school', async () => {
    const { publisher, store, told } = await withScreen();
    const change = (change: unknown, id = 'hall', school = 'riverside') =>
      publisher.changeScreen(school, id, change);
    expect(await change({ layout: 'poster', token: 'x' })).toMatchObject({
      kind: 'invalid',
      violations: [{ path: 'layout' }, { path: 'token' }],
    });
    expect(await change({ division: 'upper' })).toMatchObject({
      kind: 'invalid',
      violations: [{ path: 'division', message: 'there is no division upper' }],
    });
    expect(await change({ name: 'X' }, 'gone')).toEqual({ kind: 'unknown-screen' });
    const other = { id: 'other', name: 'Other', zone: 'UTC', locale: 'en' };
    await publisher.addSchool(other);
    expect(await change({ name: 'X' }, 'hall', 'other')).toEqual({ kind: 'unknown-screen' });
    await store.revokeScreen('hall', 1);
    expect(await change({ name: 'X' })).toEqual({ kind: 'unknown-screen' });
    expect(told.filter(({ schoolId }) => schoolId === 'riverside')).toEqual([]);
  });
});
