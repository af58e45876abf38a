import { describe, expect, it } from 'vitest';
import type { Generation, Stored } from '../ports/snapshot-store.js';
import { InMemorySnapshotStore } from './in-memory-snapshot-store.js';
import { ManualClock } from './manual-clock.js';
import { sampleScreen } from './sample-snapshot.js';

function generationOf(seq: number): Generation {
  const revision = `sample.${seq}`;
  return { seq, revision, etag: `"${seq}"`, body: '{"a":1}', checksum: '', screen: sampleScreen() };
}

function create(): { clock: ManualClock; store: InMemorySnapshotStore } {
  const clock = new ManualClock();
  return { clock, store: new InMemorySnapshotStore({ clock }) };
}

describe('InMemorySnapshotStore', () => {
  it('[STORE-2] keeps two generations, and always the one that it is told to keep', () => {
    const { clock, store } = create();
    const saved: boolean[] = [];
    store.save(generationOf(1), undefined, (ok) => saved.push(ok));
    clock.advance(5);
    store.save(generationOf(2), 1, (ok) => saved.push(ok));
    clock.advance(5);
    store.save(generationOf(3), 1, (ok) => saved.push(ok));
    clock.advance(5);
    expect(saved).toEqual([true, true, true]);
    expect(store.generations.map(({ seq }) => seq)).toEqual([1, 3]);
  });

  it('gives back what it has, later', () => {
    const { clock, store } = create();
    store.generations = [generationOf(1)];
    let stored: Stored | undefined;
    store.load((found) => {
      stored = found;
    });
    expect(stored).toBeUndefined();
    clock.advance(5);
    expect(stored).toEqual({
      rung: 'worker-and-database',
      generations: [generationOf(1)],
      memory: {},
    });
  });

  it('throws, hangs and fills up as it is told', () => {
    const { clock, store } = create();
    store.fault = 'throws';
    expect(() => store.load(() => undefined)).toThrow('out of order');
    store.fault = 'hangs';
    store.load(() => expect.unreachable());
    clock.advance(3_600_000);
    store.fault = 'full';
    const saved: boolean[] = [];
    store.save(generationOf(1), undefined, (ok) => saved.push(ok));
    store.remember({ lastTrueMs: 1 }, (ok) => saved.push(ok));
    clock.advance(5);
    expect(saved).toEqual([false, false]);
    expect([store.generations, store.memory]).toEqual([[], {}]);
  });

  it.each([
    ['lost', ['{"a":1}']],
    ['torn', ['{"a":1}', '{"a']],
    ['written', ['{"a":1}', '{"a":1}']],
  ] as const)('loses its power during a write, which is then %s', (ending, bodies) => {
    const { store } = create();
    store.generations = [generationOf(1)];
    const cancel = store.save(generationOf(2), 1, () => expect.unreachable());
    store.cutPower(ending);
    cancel();
    expect(store.generations.map(({ body }) => body)).toEqual(bodies);
    store.cutPower('torn');
    expect(store.generations.map(({ body }) => body)).toEqual(bodies);
  });

  it('can be spoilt and forgotten', () => {
    const { store } = create();
    store.generations = [generationOf(1), generationOf(2)];
    store.corrupt(2);
    expect(store.generations.map(({ body }) => body)).toEqual(['{"a":1}', '{"a']);
    store.forget();
    expect(store.generations).toEqual([]);
  });
});
