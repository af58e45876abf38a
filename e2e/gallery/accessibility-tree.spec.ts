import type { CDPSession } from '@playwright/test';
import { expect, type Gallery, test as it } from './gallery-test.js';

/** A node of the tree that the browser gives to a screen reader, by its role. */
interface Node {
  readonly role: string;
  readonly name: string;
  readonly level: number;
  readonly live: string;
}

const LANDMARKS = ['banner', 'main', 'region', 'navigation', 'contentinfo', 'complementary'];
/** Of each kind of screen: a day, its ends, its marks, nothing yet, and an alert. */
const STATES = [
  'in-lesson',
  'break',
  'before-school',
  'after-school',
  'in-lesson-in-media',
  'in-lesson-in-class',
  'honour',
  'notice-urgent',
  'mark-offline',
  'pairing',
  'alert-evacuate',
] as const;

async function treeOf(tools: CDPSession): Promise<readonly Node[]> {
  const { nodes } = await tools.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => {
      const property = (wanted: string): unknown =>
        properties.find((each) => each.name === wanted)?.value.value;
      return {
        role: String(role?.value ?? ''),
        name: String(name?.value ?? ''),
        level: Number(property('level') ?? 0),
        live: String(property('live') ?? 'off'),
      };
    });
}

async function openTree(gallery: Gallery): Promise<() => Promise<readonly Node[]>> {
  const tools = await gallery.page.context().newCDPSession(gallery.page);
  await tools.send('Accessibility.enable');
  return () => treeOf(tools);
}

for (const school of ['en', 'ar'] as const) {
  it(`a screen reader finds its way, and is told of little: ${school}`, async ({ gallery }) => {
    const tree = await openTree(gallery);
    for (const state of STATES) {
      await gallery.show(state, school);
      const nodes = await tree();
      const of = (role: string) => nodes.filter((node) => node.role === role);
      expect(of('main'), state).toHaveLength(1);
      expect(of('banner').length, state).toBeLessThanOrEqual(1);
      const landmarks = nodes.filter(({ role }) => LANDMARKS.includes(role));
      const names = landmarks.map(({ role, name }) => `${role} ${name}`);
      expect(new Set(names).size, `${state}: ${names}`).toBe(names.length);

      const levels = of('heading').map(({ level }) => level);
      expect(levels[0], state).toBe(1);
      expect(
        levels.slice(1).filter((level) => level !== 2),
        state,
      ).toEqual([]);
      for (const { role, name } of nodes.filter((node) => /^(image|heading)$/.test(node.role))) {
        expect(name, `${state}: ${role}`).not.toBe('');
      }

      const live = nodes.filter((node) => node.live !== 'off');
      const spoken = [...new Set(live.map((node) => node.live))];
      const isDay = of('banner').length === 1;
      const isAlert = state.startsWith('alert');
      expect(spoken, state).toEqual(isAlert ? ['assertive'] : isDay ? ['polite'] : []);
      expect(of('alert').length, state).toBe(isAlert ? 1 : 0);
      expect(of('status').length, state).toBe(isDay ? 1 : 0);
    }
  });
}

it('pictures that say nothing are not in the tree, and what moves is said once', async ({
  gallery,
}) => {
  const tree = await openTree(gallery);
  await gallery.page.emulateMedia({ reducedMotion: 'no-preference' });
  await gallery.show('in-lesson-in-media', 'en');
  const texts = (await tree()).filter(({ role }) => role === 'StaticText').map(({ name }) => name);
  const [notice] = texts.filter((text) => /Science fair/.test(text));
  expect(notice).toBeDefined();
  expect(texts.filter((text) => text === notice)).toHaveLength(1);
  const pictures = await gallery.page.evaluate(
    () => document.querySelectorAll('svg, img, canvas').length,
  );
  const named = (await tree()).filter(({ role }) => role === 'image');
  expect(pictures).toBeGreaterThan(named.length);
});
