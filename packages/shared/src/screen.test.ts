import { describe, expect, it } from 'vitest';
import { receivedScreenSchema, type ScreenInfo } from './screen.js';
import { check } from './violations.js';

const screen: ScreenInfo = {
  version: 1,
  name: 'Main hall',
  focus: { kind: 'room', room: 'Lab 1' },
  sound: { on: false, volume: 0.5 },
};

describe('receivedScreenSchema', () => {
  it('[SNAP-8] takes the screen object as it is', () => {
    expect(check(receivedScreenSchema, screen)).toEqual({ ok: true, value: screen });
  });

  it('[SNAP-7] leaves out a focus of a kind that it does not know', () => {
    const { focus: _focus, ...rest } = screen;
    const newer = { ...screen, focus: { kind: 'teacher', teacher: 'Ms Cole' } };
    expect(check(receivedScreenSchema, newer)).toEqual({ ok: true, value: rest });
  });

  it.each([
    ['null', null],
    ['text', 'screen'],
    ['nothing', {}],
  ])('refuses %s', (_, value) => {
    expect(check(receivedScreenSchema, value).ok).toBe(false);
  });
});
