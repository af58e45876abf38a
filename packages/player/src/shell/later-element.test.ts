// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { EXTRAS } from '../index.js';
import { createLaterElement } from './later-element.js';
import type { Later, LaterOwner } from './load-later.js';

const LATER: Later = {
  extras: EXTRAS,
  openSelfTestDoor: () => ({ setAlert: () => undefined }),
  keepDevice: () => undefined,
  createWorkboxWorker: () => undefined,
};

/** @param run what the browser does with the script. */
function setUp(run: (script: HTMLScriptElement, page: LaterOwner) => void) {
  const page: LaterOwner = {};
  const scripts: HTMLScriptElement[] = [];
  const refreshed: string[] = [];
  const { head } = document;
  head.appendChild = <T extends Node>(node: T): T => {
    if (node instanceof HTMLScriptElement) {
      scripts.push(node);
      queueMicrotask(() => run(node, page));
    }
    return node;
  };
  const load = createLaterElement(document, page, async (url) => refreshed.push(url));
  return { load, scripts, refreshed };
}

describe('createLaterElement', () => {
  beforeEach(() => {
    document.documentElement.dataset.later = '/assets/later-1.js';
    document.documentElement.dataset.laterIntegrity = 'sha256-abc=';
  });

  it('[PAGE-3, UPD-2] runs the script of the page’s own build, by its hash', async () => {
    const { load, scripts, refreshed } = setUp((script, page) => {
      page.hallboardLater = LATER;
      script.dispatchEvent(new Event('load'));
    });
    expect(await load(false)).toBe(LATER);
    expect(scripts[0]?.getAttribute('src')).toBe('/assets/later-1.js');
    expect(scripts[0]?.integrity).toBe('sha256-abc=');
    expect(refreshed).toEqual([]);
  });

  it('fails where it cannot be had, and heals the browser’s copy before the next try', async () => {
    const { load, refreshed } = setUp((script) => script.dispatchEvent(new Event('error')));
    await expect(load(false)).rejects.toThrow(TypeError);
    expect(refreshed).toEqual([]);
    await expect(load(true)).rejects.toThrow(TypeError);
    expect(refreshed).toEqual(['/assets/later-1.js']);
  });

  it('fails where it runs and brings nothing: a script that threw', async () => {
    const { load } = setUp((script) => script.dispatchEvent(new Event('load')));
    await expect(load(false)).rejects.toThrow(TypeError);
  });
});
