import { describe, expect, it } from 'vitest';
import { viewAt } from '../view.fixture.js';
import { PALETTES } from './palettes.js';
import { themeOf, themeVariables } from './theme.js';

function groundAt(time: string, mode: 'dark' | 'light' | 'auto'): string {
  const { school, scene, nowMs } = viewAt(time, { school: { theme: { mode, accent: '#ffb84d' } } });
  return themeOf(school, scene, nowMs).ground;
}

describe('themeOf', () => {
  it('is light in the school’s hours and dark outside them, where that is automatic', () => {
    const { dark, light } = PALETTES;
    const grounds = ['07:29', '07:30', '08:10', '09:07', '09:55'].map((at) => groundAt(at, 'auto'));
    expect(grounds).toEqual([dark.ground, light.ground, light.ground, light.ground, dark.ground]);
    expect(groundAt('08:10', 'dark')).toBe(dark.ground);
    expect(groundAt('22:00', 'light')).toBe(light.ground);
  });
});

describe('themeVariables', () => {
  it('names each colour as the style sheets call it', () => {
    const variables = themeVariables({ ...PALETTES.dark, accent: '#ffb84d', onAccent: '#000000' });
    expect(variables).toMatchObject({ '--ground': '#0d131e', '--on-accent': '#000000' });
  });

  it('lets a page around the player have its own', () => {
    const variables = themeVariables({ ...PALETTES.dark, onAccent: '#000000' }, true);
    expect(variables).toMatchObject({
      '--ground': 'var(--hallboard-ground, #0d131e)',
      '--on-accent': 'var(--hallboard-on-accent, #000000)',
    });
  });
});
