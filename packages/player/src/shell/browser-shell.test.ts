import { describe, expect, it } from 'vitest';
import { createBrowserShell } from './browser-shell.js';

const NEWER = '<html data-build="b2"><link href="/assets/a.css"><script src="/assets/a-1.js">';

const PORTAL = '<h1>Accept</h1><img src="/assets/logo.png">';

/** @param answers by path; a path that is not there is not answered. */
function setUp(answers: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const shell = createBrowserShell({
    build: 'b1',
    fetch: async (path, { cache }) => {
      asked.push(`${path} ${cache}`);
      const body = answers[path];
      if (body === undefined) throw new TypeError('Failed to fetch');
      return new Response(body, { status: body === '' ? 404 : 200 });
    },
  });
  return { shell, asked };
}

describe('the shell in the browser’s own cache', () => {
  it('[STORE-8] has the whole of a newer build fetched before it waits', async () => {
    const { shell, asked } = setUp({
      '/screen': NEWER,
      '/assets/a.css': 'a',
      '/assets/a-1.js': 'b',
    });
    await shell.update();
    expect(shell.isWaiting()).toBe(true);
    expect(asked).toEqual(['/screen no-store', '/assets/a.css default', '/assets/a-1.js default']);

    await new Promise<void>((resolve, reject) => shell.takeOver(resolve, reject));
    expect(asked.at(-1)).toBe('/screen reload');
    expect(shell.isWaiting()).toBe(false);
  });

  it('[STORE-8] does not wait with a build of which a file is missing', async () => {
    for (const answers of [{ '/screen': NEWER, '/assets/a.css': 'a', '/assets/a-1.js': '' }, {}]) {
      const { shell } = setUp(answers);
      await expect(shell.update()).rejects.toThrow(TypeError);
      expect(shell.isWaiting()).toBe(false);
    }
  });

  it('[STORE-8] has its own build in the cache too, with what it has not needed yet', async () => {
    const { shell, asked } = setUp({
      '/screen':
        '<html data-build="b1" data-self-test="/assets/t.js /assets/t.css"><script src="/assets/b.js">',
      '/assets/t.js': 't',
      '/assets/t.css': 't',
      '/assets/b.js': 'b',
    });
    await shell.update();
    expect(shell.isWaiting()).toBe(false);
    expect(asked.slice(1)).toEqual([
      '/assets/t.js default',
      '/assets/t.css default',
      '/assets/b.js default',
    ]);
  });

  it('[P-1] takes a captive portal for no server, and fetches nothing into the cache', async () => {
    const { shell, asked } = setUp({ '/screen': PORTAL });
    await expect(shell.update()).rejects.toThrow(TypeError);
    expect(shell.isWaiting()).toBe(false);
    expect(asked).toEqual(['/screen no-store']);
  });

  it('[P-1] stays where the newer page cannot be had any more when it is to start', async () => {
    const answers = { '/screen': NEWER, '/assets/a.css': 'a', '/assets/a-1.js': 'b' };
    const { shell } = setUp(answers);
    await shell.update();
    answers['/screen'] = PORTAL;
    await new Promise<void>((failed) => shell.takeOver(() => expect.unreachable(), failed));
    answers['/screen'] = NEWER;
    await shell.update();
    expect(shell.isWaiting()).toBe(true);
  });

  it('promises nothing, since the browser may drop its cache at any time', async () => {
    expect(await setUp({}).shell.stored()).toBe(false);
  });
});
