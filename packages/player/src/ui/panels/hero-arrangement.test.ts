import { describe, expect, it } from 'vitest';
import { frameAt } from '../view.fixture.js';
import { heroOf } from './hero.js';
import { arrangeHero } from './hero-arrangement.js';

function arrange(label: string, width: number, height: number) {
  const { frame, scene } = frameAt('08:10');
  const hero = { ...heroOf(scene, frame), title: label };
  return arrangeHero(hero, frame.school, { start: 0, top: 0, width, height });
}

describe('arrangeHero', () => {
  it('makes the ring smaller where the title is larger for it', () => {
    expect(arrange('2. Stunde', 1808, 340)).toMatchObject({ titleStep: 188 });
    expect(arrange('2. Stunde', 1808, 700)).toMatchObject({ titleStep: 188 });
    expect(arrange('Break', 1808, 700)).toMatchObject({ titleStep: 188, ring: 400 });
  });

  it('parts no number from what it counts, where both have room on a line', () => {
    const title = (label: string, width: number) => arrange(label, width, 700).titleStep;
    expect(title('2. Stunde', 650)).toEqual(84);
    expect(title('2. Stunde', 698)).toEqual(132);
    expect(title('Physical education', 698)).toEqual(84);
    expect(title('Arbeitsgemeinschaften 2', 698)).toEqual(56);
  });

  it('gives a narrow place to the title, and below it to the rest', () => {
    expect(arrange('Lesson 2', 968, 600)).toMatchObject({ arrangement: 'stack', titleStep: 188 });
    expect(arrange('Lesson 2', 1488, 400)).toMatchObject({ arrangement: 'line' });
  });
});
