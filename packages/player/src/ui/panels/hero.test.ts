import { describe, expect, it } from 'vitest';
import { frameAt, type ViewChanges } from '../view.fixture.js';
import { heroOf } from './hero.js';

function heroAt(time: string, changes: ViewChanges = {}) {
  const { frame, scene } = frameAt(time, changes);
  return heroOf(scene, frame);
}

describe('heroOf', () => {
  it('[TIME-2] says what is on, until when, and what is next', () => {
    expect(heroAt('08:12')).toMatchObject({
      isNow: true,
      kicker: 'Now',
      title: 'Lesson p1',
      slot: { startText: '08:00', endText: '08:45' },
      countdown: { meaning: 'left' },
      aside: { label: 'Next', title: 'Lesson b' },
    });
    expect(heroAt('09:30').aside).toEqual({ label: 'Next', title: 'End of the day' });
  });

  it('[TIME-2] says when school starts, and counts down only the last two hours', () => {
    expect(heroAt('07:30')).toMatchObject({
      isNow: false,
      kicker: 'School starts at',
      title: '08:00',
      countdown: { meaning: 'to-go' },
    });
    expect(heroAt('05:00').countdown).toBeUndefined();
  });

  it('[TIME-2] says between two slots what comes', () => {
    expect(heroAt('09:06')).toMatchObject({ isNow: false, kicker: 'Next', title: 'Lesson p2' });
  });

  it('[TIME-2] says after school when it returns', () => {
    expect(heroAt('15:00')).toMatchObject({
      title: 'See you tomorrow',
      aside: { label: 'School returns', title: '08:00', details: ['tomorrow', '25 November'] },
    });
    expect(heroAt('39:00')).toMatchObject({ title: 'End of the day' });
    expect(heroAt('60:00')).toMatchObject({ title: 'No timetable for today' });
  });

  it('[TIME-1] claims no "now" and counts nothing down while the time is unknown', () => {
    const hero = heroAt('08:12', { view: { time: 'unknown' } });
    expect(hero).toMatchObject({ isNow: false, kicker: 'Last known', title: 'Lesson p1' });
    expect(hero.countdown).toBeUndefined();
  });

  it('writes times in the school’s numerals', () => {
    expect(heroAt('07:30', { school: { locale: 'ar-SA' } }).title).toBe('٠٨:٠٠');
  });
});
