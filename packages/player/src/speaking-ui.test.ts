// @vitest-environment happy-dom
import type { Alert } from '@hallboard/shared';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { at } from './scene/snapshot.fixture.js';
import { mountSpeakingUi } from './speaking-ui.js';
import { ManualClock } from './testing/index.js';
import { viewAt } from './ui/view.fixture.js';

const ALERT: Alert = {
  id: 'a',
  kind: 'evacuate',
  groups: [],
  title: 'Leave the building',
  startsAt: at('09:00'),
  expiresAt: at('10:00'),
  drill: false,
};

/** A page whose fonts never come. */
function setUp() {
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { status: 'loading', ready: new Promise(() => undefined) },
  });
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1920);
  const clock = new ManualClock();
  const container = document.createElement('div');
  const messages = { request: () => () => undefined };
  const ui = mountSpeakingUi(container, { clock, messages, languages: undefined });
  return { clock, ui, isHeld: () => container.querySelector('.is-held') !== null };
}

describe('the first pictures of a screen', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(document, 'fonts');
  });

  it('wait a moment for their fonts, each once', () => {
    const { clock, ui, isHeld } = setUp();
    ui.render({ kind: 'empty', reason: 'starting' });
    expect(isHeld()).toBe(true);
    clock.timeline.advance(2_000);
    expect(isHeld()).toBe(false);
    ui.render(viewAt('08:12'));
    expect(isHeld()).toBe(true);
    clock.timeline.advance(2_000);
    ui.render(viewAt('08:13'));
    expect(isHeld()).toBe(false);
    ui.close();
  });

  it('[ALERT-1] are an alert’s at once', () => {
    const { ui, isHeld } = setUp();
    ui.render(viewAt('08:12'));
    expect(isHeld()).toBe(true);
    ui.render(viewAt('09:00', { snapshot: { alerts: [ALERT] } }));
    expect(isHeld()).toBe(false);
    ui.close();
  });
});
