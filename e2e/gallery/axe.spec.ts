import axe from 'axe-core';
import { expect, test as it, type School } from './gallery-test.js';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const SCHOOLS: readonly School[] = ['en', 'ar'];

for (const school of SCHOOLS) {
  it(`every state is without violations of axe: ${school}`, async ({ gallery }) => {
    const { page } = gallery;
    // Off is black and empty, as it is meant to be.
    const states = (await gallery.states()).filter((state) => state !== 'off');
    expect(states.length).toBeGreaterThan(40);
    await page.evaluate(axe.source);
    const violations: string[] = [];
    for (const state of states) {
      await gallery.show(state, school);
      const found = await page.evaluate(async () => {
        const { violations: list } = await window.axe.run(document, {
          resultTypes: ['violations'],
        });
        return list.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      violations.push(...found.map((text) => `${state}: ${text.slice(0, 300)}`));
    }
    expect(violations).toEqual([]);
  });
}

it('axe sees what is wrong', async ({ gallery }) => {
  await gallery.show('in-lesson', 'en');
  await gallery.page.evaluate(axe.source);
  const found = await gallery.page.evaluate(async () => {
    document.querySelector('.hb-title')?.insertAdjacentHTML('beforeend', '<img src="data:,">');
    const { violations } = await window.axe.run();
    return violations.map(({ id }) => id);
  });
  expect(found).toContain('image-alt');
});
