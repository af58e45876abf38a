import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStage, STAGES, stageAt } from './stages.js';

/** Walks every stage. @returns the schools that each has on. */
function walk(positions: readonly number[], start = 0): string[] {
  const seen: string[] = [];
  let percentage = start;
  for (let stage = -1; ; ) {
    const entry = nextStage(stage, percentage, positions);
    if (entry === undefined) return seen;
    ({ stage, percentage } = entry);
    const within = positions.filter((each) => each < percentage).length;
    seen.push(`${stageAt(stage).name}: ${within}`);
  }
}

const evenly = (count: number) => Array.from({ length: count }, (_, at) => (at * 100) / count);

describe('the stages of a rollout', () => {
  it('[FLAG-3] are 1 school, 5, 20, 25 %, 50 % and 100 %', () => {
    expect(STAGES.map(({ name }) => name)).toEqual([
      '1 school',
      '5 schools',
      '20 schools',
      '25 %',
      '50 %',
      '100 %',
    ]);
    expect(walk(evenly(200))).toEqual([
      '1 school: 1',
      '5 schools: 5',
      '20 schools: 20',
      '25 %: 50',
      '50 %: 100',
      '100 %: 200',
    ]);
  });

  it('[FLAG-3] leave out those that would add nobody', () => {
    expect(walk(evenly(40))).toEqual([
      '1 school: 1',
      '5 schools: 5',
      '20 schools: 20',
      '100 %: 40',
    ]);
    expect(walk(evenly(3))).toEqual(['1 school: 1', '5 schools: 3', '100 %: 3']);
    expect(walk([])).toEqual(['100 %: 0']);
  });

  it('[FLAG-3] begin after what is on already', () => {
    expect(walk(evenly(200), 10)).toEqual(['25 %: 50', '50 %: 100', '100 %: 200']);
    expect(walk(evenly(200), 100)).toEqual([]);
  });

  it('[FLAG-3] never shrink, and end with everybody, wherever schools stand', () => {
    const positions = fc.array(fc.double({ min: 0, max: 99.999, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(positions, fc.double({ min: 0, max: 99, noNaN: true }), (schools, start) => {
        let entry: ReturnType<typeof nextStage> = { stage: -1, percentage: start };
        let last = entry;
        while (entry !== undefined) {
          expect(entry.percentage).toBeGreaterThanOrEqual(last.percentage);
          last = entry;
          entry = nextStage(last.stage, last.percentage, schools);
        }
        expect(last.percentage).toBe(100);
      }),
    );
  });

  it('takes in schools that stand at the same place together', () => {
    expect(nextStage(-1, 0, [7, 7, 9])).toEqual({ stage: 0, percentage: 8 });
  });
});
