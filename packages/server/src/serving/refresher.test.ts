import { describe, expect, it } from 'vitest';
import { Refresher } from './refresher.js';

/** A job whose runs end when the test says so. */
function heldJob() {
  const runs: { readonly key: string; readonly end: () => void; readonly fail: () => void }[] = [];
  const job = (key: string): Promise<void> =>
    new Promise((resolve, reject) => {
      runs.push({ key, end: resolve, fail: () => reject(new Error('failed')) });
    });
  return { runs, refresher: new Refresher(job) };
}

describe('Refresher', () => {
  it('gives all who ask during a run one run that starts after they asked', async () => {
    const { runs, refresher } = heldJob();
    const first = refresher.refresh('a');
    const second = refresher.refresh('a');
    expect(refresher.refresh('a')).toBe(second);
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await first;
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    await second;
    expect(runs).toHaveLength(2);
  });

  it('runs one at a time, however close to the end of a run it is asked again', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      const { runs, refresher } = heldJob();
      const all = [refresher.refresh('a'), refresher.refresh('a')];
      runs[0]?.end();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const startedBefore = runs.length;
      all.push(refresher.refresh('a'));
      await new Promise((resolve) => setImmediate(resolve));
      expect(runs, `asked after ${turns} turns`).toHaveLength(2);
      runs[1]?.end();
      await new Promise((resolve) => setImmediate(resolve));
      // Who asked once the second run had begun gets a third.
      expect(runs).toHaveLength(startedBefore + 1);
      runs[2]?.end();
      await Promise.all(all);
    }
  });

  it('lets those who join share the run under way', async () => {
    const { runs, refresher } = heldJob();
    const first = refresher.join('a');
    expect(refresher.join('a')).toBe(first);
    void refresher.join('b');
    expect(runs.map((run) => run.key)).toEqual(['a', 'b']);
    runs[0]?.end();
    await first;
    void refresher.join('a');
    expect(runs.map((run) => run.key)).toEqual(['a', 'b', 'a']);
  });

  it('runs again after a failure', async () => {
    const { runs, refresher } = heldJob();
    const first = refresher.refresh('a');
    const second = refresher.refresh('a');
    runs[0]?.fail();
    await expect(first).rejects.toThrow('failed');
    runs[1]?.end();
    await expect(second).resolves.toBeUndefined();
  });
});
