// @vitest-environment happy-dom
import { ALERT_KINDS, type Alert } from '@hallboard/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { at } from '../scene/snapshot.fixture.js';
import type { PlayerView } from '../scene/view.js';
import { catalogueOf } from './messages/catalogues.fixture.js';
import { mountUi, type Ui } from './mount-ui.js';
import { viewAt } from './view.fixture.js';

let ui: Ui | undefined;

afterEach(() => {
  ui?.close();
});

function paint(view: PlayerView, locale?: string): HTMLElement {
  const container = document.createElement('div');
  ui = mountUi(container, { messagesOf: catalogueOf, ...(locale !== undefined && { locale }) });
  ui.render(view);
  return container;
}

function textOf(element: Element | null): string {
  return element?.textContent?.replace(/[\u2060-\u2069]/g, '') ?? '';
}

const evacuate: Alert = {
  id: 'a',
  kind: 'evacuate',
  groups: [],
  title: 'Leave the building',
  startsAt: at('08:00'),
  expiresAt: at('10:00'),
  drill: false,
};

describe('the UI', () => {
  it('paints the day: school, clock, date, what is on and what is next', () => {
    const container = paint(viewAt('08:12'));
    expect(textOf(container.querySelector('h1'))).toBe('Riverside School');
    expect(textOf(container.querySelector('.hb-clock'))).toBe('08:12');
    expect(textOf(container.querySelector('.hb-date'))).toBe('Tuesday24 November');
    expect(textOf(container.querySelector('.hb-title'))).toBe('Lesson p1');
    expect(textOf(container.querySelector('.hb-ring'))).toBe('33min left');
    expect(textOf(container.querySelector('.hb-aside-title'))).toBe('Lesson b');
    expect(container.querySelectorAll('.hb-block')).toHaveLength(3);
  });

  it('[P-1] keeps what is there when a paint fails, and is whole with the next', () => {
    const container = paint(viewAt('08:12'));
    const text = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data') ?? {};
    const fail = (): never => {
      throw new Error('no');
    };
    Object.defineProperty(CharacterData.prototype, 'data', { ...text, set: fail });
    expect(() => ui?.render(viewAt('08:13'))).toThrow('no');
    Object.defineProperty(CharacterData.prototype, 'data', text);
    expect(textOf(container.querySelector('.hb-title'))).toBe('Lesson p1');
    ui?.render(viewAt('08:13'));
    expect(textOf(container.querySelector('.hb-clock'))).toBe('08:13');
    expect(textOf(container.querySelector('.hb-ring'))).toBe('32min left');
    expect(container.querySelectorAll('.hb')).toHaveLength(1);
    ui?.render(viewAt('08:14'));
    expect(textOf(container.querySelector('.hb-clock'))).toBe('08:14');
    ui?.close();
    expect(container.childNodes).toHaveLength(0);
  });

  it('[WS-2] says which screen it is when asked, but not instead of an alert', () => {
    const identified = { screen: { name: 'Main hall' }, view: { isIdentified: true } };
    const container = paint(viewAt('08:12', identified));
    expect(textOf(container)).toBe('Main hall');
    const alerted = paint(viewAt('09:00', { ...identified, snapshot: { alerts: [evacuate] } }));
    expect(textOf(alerted)).toContain('Leave the building');
  });

  it('[SEC-2] paints content as text, whatever it holds', () => {
    const title = '<img src=x onerror=alert(1)>&amp;';
    const announcements = [{ id: 'n', level: 'info' as const, title, body: title, groups: [] }];
    const container = paint(
      viewAt('08:12', { snapshot: { announcements }, school: { name: title } }),
    );
    expect(container.querySelector('img')).toBeNull();
    expect(textOf(container.querySelector('.hb-notice-title'))).toBe(title);
    expect(textOf(container.querySelector('h1'))).toBe(title);
  });

  it('[TIME-1] shows the last scene without clock, countdown and "now" while the time is unknown', () => {
    const container = paint(viewAt('08:12', { view: { time: 'unknown' } }));
    expect(textOf(container.querySelector('.hb-title'))).toBe('Lesson p1');
    expect(textOf(container.querySelector('.hb-clock'))).toBe('--:--');
    expect(container.querySelector('.hb-ring, .is-now, .hb-now-mark')).toBeNull();
  });

  it('[TIME-5] is black and empty in the night hours', () => {
    const nightHours = { from: '20:00', until: '06:00' };
    const container = paint(viewAt('22:00', { screen: { nightHours } }));
    const root = container.querySelector<HTMLElement>('.hb');
    expect(root?.style.getPropertyValue('--ground')).toBe('#000000');
    expect(root?.children).toHaveLength(0);
  });

  it.each(ALERT_KINDS)('[ALERT-1] gives the whole screen to an alert: %s', (kind) => {
    const container = paint(viewAt('09:00', { snapshot: { alerts: [{ ...evacuate, kind }] } }));
    expect(textOf(container.querySelector('[role=alert] h1'))).toBe('Leave the building');
    expect(container.querySelector('.hb-now, .hb-timeline, .hb-drill')).toBeNull();
    expect(container.querySelector(`.hb-alert-sign.is-${kind}`)).not.toBeNull();
    expect(textOf(container.querySelector('.hb-alert-foot'))).toBe('Since 08:00');
  });

  it('[ALERT-1] says of a drill that it is one', () => {
    const container = paint(
      viewAt('09:00', { snapshot: { alerts: [{ ...evacuate, drill: true }] } }),
    );
    expect(textOf(container.querySelector('.hb-drill'))).toBe('This is a drill');
  });

  it('mirrors the plane and writes its numerals where the school does', () => {
    const container = paint(viewAt('08:12', { school: { locale: 'ar-SA', direction: 'rtl' } }));
    const root = container.querySelector('.hb');
    expect([root?.getAttribute('dir'), root?.getAttribute('lang')]).toEqual(['rtl', 'ar-SA']);
    expect(textOf(container.querySelector('.hb-clock'))).toBe('٠٨:١٢');
    expect(container.querySelector<HTMLElement>('.hb-area')?.style.right).not.toBe('');
    expect(textOf(container.querySelector('.hb-kicker .is-whole'))).toBe('٠٨:٠٠ – ٠٨:٤٥');
  });

  it.each(['starting', 'no-token', 'no-contact', 'unknown-screen', 'bound-elsewhere'] as const)(
    'has words for a screen without content: %s',
    (reason) => {
      const english = textOf(paint({ kind: 'empty', reason }).querySelector('main'));
      const arabic = textOf(paint({ kind: 'empty', reason }, 'ar-SA').querySelector('main'));
      expect(english).toMatch(/\w{3}/);
      expect(arabic).toMatch(/[\u0621-\u064a]{3}/);
    },
  );

  it('has landmarks and one first heading', () => {
    const container = paint(viewAt('08:12'));
    expect(container.querySelectorAll('header, main')).toHaveLength(2);
    expect(container.querySelectorAll('h1')).toHaveLength(1);
  });

  it('stands still in the last minute of a countdown', () => {
    expect(paint(viewAt('08:43')).querySelector('.is-still')).toBeNull();
    expect(paint(viewAt('08:44')).querySelector('.is-still')).not.toBeNull();
  });

  it('[BIND-5] shows the code and whose it is, in the reader’s direction', () => {
    const pairing = { code: 'K7QR3M', address: 'board.example.org' };
    for (const reason of ['no-token', 'bound-elsewhere'] as const) {
      const english = textOf(paint({ kind: 'empty', reason, pairing }).querySelector('main'));
      expect(english).toContain('K7Q R3M');
      expect(english).toContain('board.example.org');
      const arabic = paint({ kind: 'empty', reason, pairing }, 'ar-SA');
      expect(arabic.querySelector('.hb-code bdi')?.getAttribute('dir')).toBe('ltr');
      expect(textOf(arabic.querySelector('h1'))).toMatch(/[\u0600-\u06ff]/);
    }
  });

  it('leaves the container empty when closed, and closes twice', () => {
    const container = paint(viewAt('08:12'));
    ui?.close();
    ui?.close();
    expect(container.childNodes).toHaveLength(0);
  });
});
