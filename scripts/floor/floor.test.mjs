import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { builtFiles } from './built-page.mjs';
import { cssAboveTheFloor } from './css-floor.mjs';
import { jsAboveTheFloor } from './js-floor.mjs';

const SCRIPTS = builtFiles(/^(assets\/[\w-]+|sw)\.js$/);
const STYLES = builtFiles(/^assets\/[\w-]+\.css$/);

/** What a built script names and the floor lacks, and why it may. */
const EXPLAINED = {
  AbortController: 'the player asks whether it is there, and does without (POLL-4)',
  queueMicrotask: 'the player makes one where there is none, before Preact needs it',
  moveBefore: 'Preact asks whether it is there',
  replaceSync: 'the element asks whether it is there, and links its style sheet otherwise',
  // Neither plugin nor strategy does, and the worker serves a cold start on Chromium 64 and 69.
  allSettled: 'Workbox needs it where a plugin or a strategy has called `handler.waitUntil`',
  run: 'a method of the player',
  commit: 'a method of the player',
  revoke: 'a method of the player',
  destroy: 'a method of Workbox',
  handle: 'a method of Workbox',
};

/** @param {string} code @returns {readonly string[]} what is not explained. */
function unexplained(code) {
  return jsAboveTheFloor(code).filter((name) => !Object.hasOwn(EXPLAINED, name));
}

describe('the built page, for Chromium 64', () => {
  it('is all there to be looked at', () => {
    const names = SCRIPTS.map(({ name }) => name.replace(/-[\w-]{8}\.js$/, ''));
    expect(names.sort()).toEqual([
      'assets/floor',
      'assets/index',
      'assets/later',
      'assets/self-test',
      'sw.js',
    ]);
    // The page's and the self-test's.
    expect(STYLES).toHaveLength(2);
  });

  it.each(SCRIPTS)(
    '[PAGE-1] $name is a classic script of ES2018 that uses nothing newer',
    ({ text }) => {
      expect(unexplained(text)).toEqual([]);
    },
  );

  it.each(STYLES)('[PAGE-1] $name uses nothing newer', ({ text }) => {
    expect(cssAboveTheFloor(text)).toEqual([]);
  });
});

describe('the built page of a TV’s app, for Chromium 64', () => {
  const scripts = builtFiles(/\.js$/, 'packaged');
  const styles = builtFiles(/\.css$/, 'packaged');

  it('is all there to be looked at', () => {
    // The page's, the notice for old browsers and the self-test; the page's and the self-test's.
    expect([scripts.length, styles.length]).toEqual([3, 2]);
  });

  it.each(scripts)(
    '[PAGE-1] $name is a classic script of ES2018, with nothing newer',
    ({ text }) => {
      expect(unexplained(text)).toEqual([]);
    },
  );

  it.each(styles)('[PAGE-1] $name uses nothing newer', ({ text }) => {
    expect(cssAboveTheFloor(text)).toEqual([]);
  });
});

describe('what other people’s pages take, for Chromium 64', () => {
  const files = builtFiles(/^hallboard\.(js|css)$/, 'embed');

  it('[EMB-1] [PAGE-1] uses nothing newer', () => {
    expect(files.map(({ name }) => name).sort()).toEqual(['hallboard.css', 'hallboard.js']);
    for (const { name, text } of files) {
      expect(name.endsWith('.css') ? cssAboveTheFloor(text) : unexplained(text)).toEqual([]);
    }
  });
});

describe('what is newer', () => {
  it('is explained where it is there, and nowhere else', () => {
    const found = SCRIPTS.concat(builtFiles(/^hallboard\.js$/, 'embed')).map(({ text }) =>
      jsAboveTheFloor(text),
    );
    expect([...new Set(found.flat())].sort()).toEqual(Object.keys(EXPLAINED).sort());
  });

  it.each(['a?.b', 'a ?? b', 'class A { b = 1 }', 'try {} catch {}', '1n', 'import("a")'])(
    'cannot be read: %s',
    (code) => {
      expect(() => jsAboveTheFloor(code)).toThrow(SyntaxError);
    },
  );

  it.each([
    '[].flat()',
    '"".replaceAll("a", "b")',
    '"".matchAll(/a/g)',
    'Object.fromEntries([])',
    'a.toggleAttribute("b")',
    'a.getAnimations()',
    'navigator.share()',
    'globalThis.a',
    'new Intl.ListFormat()',
    'new WeakRef({})',
    'new ClipboardItem({})',
  ])('is found: %s', (code) => {
    expect(jsAboveTheFloor(code)).toHaveLength(1);
  });

  it.each([
    '.a{display:flex;gap:1px}',
    '.a{aspect-ratio:1}',
    '.a{inset:0}',
    '.a:has(b){top:0}',
    '.a{height:100dvh}',
    '.a{width:clamp(1px,2px,3px)}',
    '@container (width>1px){.a{top:0}}',
    '.a{color:rgb(0 0 0/50%)}',
    '.a{margin-inline:1px}',
  ])('is found: %s', (css) => {
    expect(cssAboveTheFloor(css)).not.toEqual([]);
  });

  it('leaves alone what the floor has', () => {
    const css = '.a{--gap:1px;margin:calc(var(--gap)*2);minmax:x;color:rgba(0,0,0,.5)}';
    expect(cssAboveTheFloor(`${css}.b{grid-template-columns:minmax(0,1fr)}`)).toEqual([]);
    expect(jsAboveTheFloor('a.at=1;a.some();({...b});async()=>{for await(const c of d);}')).toEqual(
      [],
    );
  });
});

describe('the notice for browsers below the floor', () => {
  const notice = SCRIPTS.find(({ name }) => name.includes('floor-'))?.text ?? '';

  /**
   * @param {string} language of the browser.
   * @param {boolean} [isNew] whether it is new enough.
   */
  function run(language, isNew = false) {
    const element = { textContent: 'as in the page', className: '', lang: '', dir: '' };
    /** @type {((event: {message?: string}) => void)[]} */
    const listeners = [];
    /** @type {Record<string, unknown>} */
    const window = {
      addEventListener: (/** @type {string} */ _name, /** @type {() => void} */ listener) =>
        listeners.push(listener),
    };
    if (isNew) window.ResizeObserver = () => undefined;
    const document = { getElementById: () => element };
    runInNewContext(notice, { window, document, navigator: { language } });
    return {
      element,
      fail: (/** @type {string} */ message) => {
        for (const listener of listeners) listener({ message });
      },
    };
  }

  it('[PAGE-2] can be read by every browser: it is ES5', () => {
    expect(notice).not.toBe('');
    expect(() => parse(notice, { ecmaVersion: 5, sourceType: 'script' })).not.toThrow();
  });

  it('[PAGE-2] recommends a stick or a kiosk where the browser is too old', () => {
    const { element } = run('en-GB');
    expect(element.className).toBe('is-shown');
    expect(element.textContent).toMatch(/streaming stick or a small kiosk computer/);
  });

  it('speaks the browser’s language, from right to left where it is written so, else English', () => {
    expect(run('de-AT').element).toMatchObject({ lang: 'de', dir: 'ltr' });
    expect(run('ar').element).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(run('fi').element).toMatchObject({ lang: 'en', dir: 'ltr' });
    const texts = ['en', 'ar', 'de', 'es', 'fr', 'tr'].map(
      (language) => run(language).element.textContent,
    );
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('is silent where nothing is missing, unless a script cannot be read', () => {
    const { element, fail } = run('en', true);
    expect(element.className).toBe('');
    fail('Uncaught TypeError: x is not a function');
    expect(element.className).toBe('');
    fail('Uncaught SyntaxError: Unexpected token ?');
    expect(element.className).toBe('is-shown');
  });
});
