// @vitest-environment happy-dom
import type { Alert, Announcement } from '@hallboard/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { at } from '../scene/snapshot.fixture.js';
import { mountUi, type Ui } from './mount-ui.js';
import { type ViewChanges, viewAt } from './view.fixture.js';

const MINUTE_MS = 60_000;
const notice = (id: string, title: string): Announcement => ({
  id,
  title,
  level: 'warning',
  body: `${title} `.repeat(9),
  groups: [],
});
const NOTICES = [notice('a', 'Science fair'), notice('b', 'Bus 5 is late')];

function alertOf(id: string, title: string, times: string): Alert {
  const [start = '', end = ''] = times.split('-');
  const kind = 'evacuate';
  return { id, kind, groups: [], title, startsAt: at(start), expiresAt: at(end), drill: false };
}

const LIVE = '[aria-live], [role=status], [role=alert], [role=log]';
const nothing = (): void => undefined;
let stop: () => void = nothing;

/** A screen whose day goes by; `said` is what a screen reader would say of itself. */
function listen(changes: ViewChanges) {
  const container = document.body.appendChild(document.createElement('div'));
  const ui: Ui = mountUi(container);
  const said: string[] = [];
  const texts = new Map<Element, string>();
  const note = (): void => {
    const live = Array.from(container.querySelectorAll(LIVE));
    for (const region of live) {
      const text = region.textContent ?? '';
      const before = texts.get(region);
      texts.set(region, text);
      // One that is new with its text is said only where it is an alert's.
      const isNewAlert = before === undefined && region.getAttribute('role') === 'alert';
      if (isNewAlert || (before !== undefined && before !== text)) said.push(text);
    }
    for (const region of texts.keys()) if (!live.includes(region)) texts.delete(region);
  };
  stop = () => {
    ui.close();
    container.remove();
  };
  return {
    said,
    container,
    /** From one local time to another. */
    live(fromTime: string, untilTime: string, stepMs: number): void {
      for (let nowMs = at(fromTime); nowMs <= at(untilTime); nowMs += stepMs) {
        const minutes = Math.floor((nowMs - at('00:00')) / MINUTE_MS);
        const time = `${Math.floor(minutes / 60)}:${minutes % 60}`;
        ui.render({ ...viewAt(time, changes), nowMs });
        note();
      }
    },
  };
}

describe('what a screen reader says of itself', () => {
  afterEach(() => {
    stop();
    stop = nothing;
  });

  it('is what is on, once for each scene of a day, and no countdown, clock, page or ticker', () => {
    const { said, live } = listen({ snapshot: { announcements: NOTICES } });
    live('07:00', '10:30', MINUTE_MS);
    expect(said).toEqual([
      'Now Lesson p1',
      'Now Lesson b',
      'Next Lesson p2',
      'Now Lesson p2',
      'School is over for today See you tomorrow',
    ]);
  });

  it('is nothing within a minute of seconds, at the end of a lesson either', () => {
    for (const layout of ['board', 'media', 'class', 'announcements'] as const) {
      const view = { layout, groups: [] };
      const { said, live } = listen({ snapshot: { announcements: NOTICES, view } });
      live('08:43', '08:44', 1_000);
      expect(said).toEqual([]);
      stop();
    }
  });

  it('[ALERT-1] is an alert, once and at once, and the next one too where it says the same', () => {
    const alerts = [
      alertOf('one', 'Leave the building', '08:10-08:20'),
      alertOf('two', 'Leave the building', '08:20-08:30'),
    ];
    const { said, live, container } = listen({ snapshot: { alerts } });
    live('08:05', '08:12', 1_000);
    expect(said).toEqual(['EvacuateLeave the building']);
    live('08:12', '08:29', 20_000);
    expect(said).toEqual(['EvacuateLeave the building', 'EvacuateLeave the building']);
    expect(container.querySelectorAll('[role=alert]')).toHaveLength(1);
    live('08:29', '08:40', 20_000);
    expect(said).toHaveLength(2);
  });
});
