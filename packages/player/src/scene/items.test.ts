import type { Announcement } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { sceneAt } from './scene-at.js';
import { at, dayOf, SCREEN, snapshotOf } from './snapshot.fixture.js';

function notice(id: string, changes: Partial<Announcement> = {}): Announcement {
  return { id, level: 'info', title: id, groups: [], ...changes };
}

function shown(announcements: Announcement[], time: string, groups: string[] = []) {
  const snapshot = snapshotOf([dayOf(0)], { announcements, view: { layout: 'board', groups } });
  const scene = sceneAt(snapshot, SCREEN, at(time));
  if (scene.kind !== 'day') throw new Error('expected a day');
  return { ids: scene.announcements.map(({ id }) => id), changesAt: scene.changesAt };
}

describe('items', () => {
  it('[SNAP-2] appear and go on the player, the end excluded, and no request is needed', () => {
    const notices = [notice('a', { validFrom: at('09:00'), validUntil: at('10:00') }), notice('b')];
    expect(shown(notices, '08:59')).toEqual({ ids: ['b'], changesAt: at('09:00') });
    expect(shown(notices, '09:00')).toEqual({ ids: ['a', 'b'], changesAt: at('10:00') });
    expect(shown(notices, '10:00')).toEqual({ ids: ['b'], changesAt: at('24:00') });
  });

  it('[P-8] are shown to all, or to the groups of the view', () => {
    const notices = [notice('all'), notice('east', { groups: ['east', 'north'] })];
    expect(shown(notices, '09:00').ids).toEqual(['all']);
    expect(shown(notices, '09:00', ['north']).ids).toEqual(['all', 'east']);
  });

  it('[SNAP-2] puts the most urgent first and keeps the order of equals', () => {
    const notices = [
      notice('a'),
      notice('b', { level: 'urgent' }),
      ...Array.from({ length: 12 }, (_, index) => notice(`c${index}`)),
      notice('d', { level: 'urgent' }),
    ];
    const { ids } = shown(notices, '09:00');
    expect(ids.slice(0, 4)).toEqual(['b', 'd', 'a', 'c0']);
    expect(ids[14]).toBe('c11');
  });

  it('[TIME-2] does not change for an item whose window is empty', () => {
    const notices = [notice('a', { validFrom: at('10:00'), validUntil: at('09:00') })];
    expect(shown(notices, '08:00').changesAt).toBe(at('24:00'));
  });
});
