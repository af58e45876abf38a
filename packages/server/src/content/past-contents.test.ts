import { describe, expect, it } from 'vitest';
import type { Store } from '../store/store.js';
import { contentInput } from './content.fixture.js';
import { publishing } from './publisher.fixture.js';

const DAY_MS = 24 * 3_600_000;
const BEFORE = 'the content from before the history';
const FAIR = contentInput({ announcements: [{ id: 'fair', title: 'Fair' }] });
const PLAY = contentInput({ announcements: [{ id: 'play', title: 'Play' }] });
const author = { by: 'Front office', what: 'content' };

/** A school; its store keeps no history while `isOld`, as that of an earlier version. */
async function schoolWithHistory() {
  const version = { isOld: false };
  const older = (store: Store): Store => ({
    ...store,
    publish(write) {
      const { past, pastBefore, ...rest } = write;
      return store.publish(version.isOld ? rest : write);
    },
  });
  const world = await publishing(older);
  const { publisher, store, epoch } = world;
  const publish = (content: unknown) => publisher.publish('riverside', content, { author });
  const history = async () =>
    (await store.history('riverside')).map(({ sequence, what }) => `${sequence} ${what}`);
  const past = async (sequence: number) =>
    JSON.parse((await publisher.pastContent('riverside', `${epoch}.${sequence}`)) ?? 'null');
  return { ...world, version, publish, history, past };
}

describe('the contents that a school can return to', () => {
  it('are each there once: one that is published again as it is takes no place', async () => {
    const { publish, history } = await schoolWithHistory();
    for (const content of [FAIR, FAIR, FAIR, PLAY, FAIR]) await publish(content);
    expect(await history()).toEqual(['6 content', '5 content', '2 content', '1 the first content']);
  });

  it('are the last 50', async () => {
    const { publish, history, past } = await schoolWithHistory();
    for (let turn = 0; turn < 52; turn += 1) await publish(turn % 2 === 0 ? FAIR : PLAY);
    expect((await history()).at(-1)).toBe('4 content');
    expect(await history()).toHaveLength(50);
    expect(await past(3)).toBeNull();
  });

  it('have what an earlier version published, from the first publish after the upgrade on', async () => {
    const { version, publisher, store, publish, history, past, epoch } = await schoolWithHistory();
    version.isOld = true;
    await publish(FAIR);
    version.isOld = false;
    await publish(PLAY);
    expect(await history()).toEqual(['3 content', `2 ${BEFORE}`, '1 the first content']);
    expect(await past(2)).toEqual(FAIR);
    // Nobody knows whose it was.
    expect((await store.history('riverside'))[1]).not.toHaveProperty('by');
    await publisher.returnTo('riverside', `${epoch}.2`, { author });
    expect(JSON.parse((await store.content('riverside')) ?? '')).toEqual(FAIR);
  });

  it('have it from the first night on, where nobody publishes', async () => {
    const { version, publisher, publish, clock, history, past } = await schoolWithHistory();
    version.isOld = true;
    await publish(FAIR);
    version.isOld = false;
    clock.advance(DAY_MS);
    await publisher.rollHorizon('riverside');
    clock.advance(DAY_MS);
    await publisher.rollHorizon('riverside');
    expect(await history()).toEqual([`3 ${BEFORE}`, '1 the first content']);
    expect(await past(3)).toEqual(FAIR);
  });

  it('gain nothing by nights, screens and alerts', async () => {
    const { publisher, publish, clock, history } = await schoolWithHistory();
    await publish(FAIR);
    clock.advance(DAY_MS);
    await publisher.rollHorizon('riverside');
    await publisher.addScreen('riverside', { name: 'Yard', groups: ['yard'] });
    await publisher.changeAlerts('riverside', () => []);
    expect(await history()).toEqual(['2 content', '1 the first content']);
  });
});
