// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createFontHold } from './font-hold.js';
import { handClock } from './storage.fixture.js';

function setUp(status: FontFaceSetLoadStatus) {
  const clock = handClock();
  let come: () => void = () => undefined;
  const ready = new Promise<FontFaceSet>((resolve) => {
    come = () => resolve(document.fonts);
  });
  const element = document.createElement('div');
  Object.defineProperty(element, 'clientWidth', { value: 1920 });
  const hold = createFontHold(clock, { status, ready });
  return { clock, come, element, hold, isHeld: () => element.classList.contains('is-held') };
}

describe('createFontHold', () => {
  it('keeps a picture out of sight until its fonts are there', async () => {
    const { clock, come, element, hold, isHeld } = setUp('loading');
    hold.begin(element);
    expect(isHeld()).toBe(true);
    come();
    await clock.advance(0);
    expect(isHeld()).toBe(false);
    expect(clock.pendingTimers()).toBe(0);
  });

  it('[P-1] shows it without them soon, whatever becomes of them', async () => {
    const { clock, element, hold, isHeld } = setUp('loading');
    hold.begin(element);
    await clock.advance(1_500);
    expect(isHeld()).toBe(false);
  });

  it('holds nothing where they are there, and no longer than it is wanted', () => {
    const there = setUp('loaded');
    there.hold.begin(there.element);
    expect(there.isHeld()).toBe(false);
    const { clock, element, hold, isHeld } = setUp('loading');
    hold.begin(element);
    hold.end();
    hold.end();
    expect(isHeld()).toBe(false);
    expect(clock.pendingTimers()).toBe(0);
  });
});
