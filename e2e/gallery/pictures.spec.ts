import { expect, test as it, type School } from './gallery-test.js';

/** One picture for each thing that is drawn in a way of its own. */
const WIDE: readonly (readonly [state: string, school: School])[] = [
  ['in-lesson', 'en'],
  ['in-lesson-page-3', 'de'],
  ['break', 'ar'],
  ['before-school', 'fr'],
  ['holiday', 'es'],
  ['in-lesson-in-media', 'tr'],
  ['honour', 'ar'],
  ['alert-evacuate-drill', 'ar'],
  ['mark-offline-days', 'en'],
  ['pairing', 'en'],
];
const UPRIGHT = [
  ['in-lesson', 'ar'],
  ['alert-lockdown', 'en'],
] as const;

/** Engines draw the edges of letters a little differently; a thing that moves is more than that. */
const TOLERANCE = { threshold: 0.15, maxDiffPixels: 100 };

it.describe('wide', () => {
  for (const [state, school] of WIDE) {
    it(`looks as it did: ${state}, ${school}`, async ({ gallery }) => {
      await gallery.show(state, school);
      await expect(gallery.page).toHaveScreenshot(`${state}.${school}.png`, TOLERANCE);
    });
  }

  it('a picture in which the clock stands three pixels lower is another one', async ({
    gallery,
  }) => {
    await gallery.show('in-lesson', 'en');
    await gallery.page.evaluate(() => {
      const clock = document.querySelector<HTMLElement>('.hb-clock');
      if (clock !== null) clock.style.transform = 'translateY(3px)';
    });
    await expect(gallery.page).not.toHaveScreenshot('in-lesson.en.png', TOLERANCE);
  });
});

it.describe('upright', () => {
  it.use({ viewport: { width: 540, height: 960 } });
  for (const [state, school] of UPRIGHT) {
    it(`looks as it did: ${state}, ${school}, upright`, async ({ gallery }) => {
      await gallery.show(state, school);
      await expect(gallery.page).toHaveScreenshot(`${state}.${school}.upright.png`, TOLERANCE);
    });
  }
});
