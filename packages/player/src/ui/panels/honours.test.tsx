// @vitest-environment happy-dom
import type { Honour } from '@hallboard/shared';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { initialsOf } from '../parts/portrait.js';
import { frameAt } from '../view.fixture.js';
import { honours } from './honours.js';

const BOX = { start: 0, top: 0, width: 1000, height: 344 };
const HASH = 'a'.repeat(64);
const honour: Honour = {
  id: 'h',
  groups: [],
  name: 'Amina Yusuf',
  title: 'Chess champion',
  reason: 'Seven wins in seven games.',
};

function painted(changes: Partial<Honour>, files?: Record<string, string>): HTMLElement {
  const { frame, scene } = frameAt('08:10', {
    snapshot: { honours: [{ ...honour, ...changes }] },
    view: { ...(files !== undefined && { files }) },
  });
  expect(honours.isShown(scene)).toBe(true);
  const container = document.createElement('div');
  const turn = { page: 0, index: 0, count: 1 };
  render(<honours.View frame={frame} scene={scene} box={BOX} turn={turn} />, container);
  return container;
}

describe('the honours', () => {
  it('say who, for what and why', () => {
    const text = painted({}).textContent;
    for (const part of ['Amina Yusuf', 'Chess champion', 'Seven wins']) {
      expect(text).toContain(part);
    }
  });

  it('[STORE-4] show a photo once its file is there, and initials until then', () => {
    const photo = { hash: HASH, mimeType: 'image/jpeg', bytes: 1 };
    expect(painted({ photo }).querySelector('img')).toBeNull();
    expect(painted({ photo }).querySelector('.hb-portrait')?.textContent).toBe('AY');
    const image = painted({ photo }, { [HASH]: 'blob:photo' }).querySelector('img');
    expect(image?.getAttribute('src')).toBe('blob:photo');
  });

  it('give their space away where there are none', () => {
    const { scene } = frameAt('08:10');
    expect(honours.isShown(scene)).toBe(false);
  });
});

describe('initialsOf', () => {
  it.each([
    ['Amina Yusuf', 'AY'],
    ['Anne-Élisabeth de La Rochefoucauld', 'AR'],
    ['Plato', 'P'],
    ['عبد الرحمن', 'ع'],
    ['', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
