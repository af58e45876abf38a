import { expect, test as it, type School } from './gallery-test.js';

const SCHOOLS: readonly School[] = ['en', 'ar', 'de'];

for (const school of SCHOOLS) {
  it(`every text can be read, whole and in its place: ${school}`, async ({ gallery }) => {
    const problems: string[] = [];
    for (const state of await gallery.states()) {
      await gallery.show(state, school);
      problems.push(...(await gallery.check()).map((problem) => `${state}: ${problem}`));
    }
    expect(problems).toEqual([]);
  });
}

it('what is on now is an eighth of the screen high in capitals', async ({ gallery }) => {
  for (const state of ['in-lesson', 'break', 'before-school']) {
    await gallery.show(state, 'en');
    const share = await gallery.page.evaluate(() => {
      const title = document.querySelector('.hb-title');
      const context = document.createElement('canvas').getContext('2d');
      if (title === null || context === null) return 0;
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(title);
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      return context.measureText('H').actualBoundingBoxAscent / innerHeight;
    });
    expect(share, state).toBeGreaterThanOrEqual(1 / 8);
  }
});

it('letters that join stand unspaced in every language that runs so', async ({ gallery }) => {
  await gallery.show('in-lesson', 'ar');
  const spacing = await gallery.page.evaluate(() => {
    document.querySelector('.hb')?.setAttribute('lang', 'fa-IR');
    return [...document.querySelectorAll('.hb *')]
      .filter((element) => /[\u0620-\u064a]/.test(element.textContent))
      .map((element) => getComputedStyle(element).letterSpacing);
  });
  expect([...new Set(spacing)].map((value) => Number.parseFloat(value) || 0)).toEqual([0]);
});

it('runs its own way on a page that runs the other', async ({ gallery }) => {
  const placesOf = () =>
    gallery.page.evaluate(() =>
      ['.hb-now-mark', '.hb-line-main + *', '.hb-pager', '.hb-sign', '.hb-clock'].map((name) => {
        const box = document.querySelector(name)?.getBoundingClientRect();
        return [name, box?.left, box?.width];
      }),
    );
  await gallery.show('in-lesson', 'en');
  const places = await placesOf();
  await gallery.page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
  });
  expect(await placesOf()).toEqual(places);
});

/** What is done to an element of a page that is as it should be, and what is then said of it. */
const FAULTS: readonly (readonly [
  fault: string,
  selector: string,
  styles: Readonly<Record<string, string>>,
  problem: RegExp,
])[] = [
  ['weak', '.hb-title', { color: '#5d687e' }, /"Lesson.2" has a contrast of \d\.\d\d/],
  ['faded', '.hb-now', { opacity: '0.5' }, /"Lesson.2" has a contrast of \d\.\d\d/],
  ['weak though past', '.is-past strong', { color: '#5d687e' }, /has a contrast of \d\.\d\d/],
  ['small', '.hb-date', { fontSize: '14px' }, /"Tuesday" is 21\.0 units high/],
  [
    'too long',
    '.hb-school-name',
    { width: '80px' },
    /"Riverside School" is cut by \.hb-school-name/,
  ],
  ['too high', '.hb-now', { height: '60px' }, /"Lesson.2" is cut by \.hb-panel hb-now/],
  ['in the way', '.hb-clock', { transform: 'translateX(-200px)' }, /"08:47" overlap|"08:47" and/],
  [
    'at the edge',
    '.hb-clock',
    { transform: 'translateX(24px)' },
    /"08:47" stands 2\d px in the margin/,
  ],
  ['unseen', '.hb-dot.is-shown', { opacity: '0.1' }, /a pager shows its page at 1\.\d/],
  [
    'into the ring',
    '.hb-countdown-number + span',
    { fontSize: '40px', whiteSpace: 'nowrap' },
    /"min left" reaches into/,
  ],
];

it('the ink of a line is that of its own letters', async ({ gallery }) => {
  await gallery.show('alert-weather', 'en');
  const problemsOf = (title: string) =>
    gallery.page.evaluate((text) => {
      const element = document.querySelector<HTMLElement>('.hb-alert .hb-notice-title bdi');
      const above = document.querySelector<HTMLElement>('.hb-alert-kind');
      if (element === null || above === null) throw new Error('there is no alert');
      element.textContent = text;
      element.style.whiteSpace = 'pre-line';
      // So near that the dot of a capital reaches into the line above, and no other letter does.
      above.style.cssText = 'padding: 0; line-height: 1; margin-bottom: -4px';
      return window.gallery?.check();
    }, title);
  expect(await problemsOf('sarı\nİÇERİDE')).toEqual([]);
  expect(await problemsOf('İÇERİDE\nsarı')).toContainEqual(expect.stringContaining('overlap'));
});

it('the checks see each fault', async ({ gallery }) => {
  for (const [fault, selector, styles, problem] of FAULTS) {
    await gallery.show('in-lesson', 'en');
    expect(await gallery.check(), fault).toEqual([]);
    await gallery.page.evaluate(
      ([where, how]) => {
        const element = document.querySelector<HTMLElement>(where);
        if (element !== null) Object.assign(element.style, how);
      },
      [selector, styles] as const,
    );
    const problems = await gallery.check();
    expect(
      problems.filter((text) => problem.test(text)),
      fault,
    ).not.toEqual([]);
  }
});
