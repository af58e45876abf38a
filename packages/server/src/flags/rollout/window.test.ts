import { describe, expect, it } from 'vitest';
import { emptySums, latencyBucket, p95, sumSlices } from './window.js';

const at = (startMs: number, ends: number) => ({ startMs, ...emptySums(), ends });

describe('sumSlices', () => {
  it('[FLAG-3] adds up the minutes of all nodes that lie within the window', () => {
    const reports = [
      { node: 'a', atMs: 9, slices: [at(60, 1), at(120, 10), at(180, 100)] },
      { node: 'b', atMs: 9, slices: [{ ...at(120, 1000), latency: { '3': 2 } }] },
      { node: 'gone', atMs: 1, slices: [{ ...at(121, 0), latency: { '3': 1, '4': 5 } }] },
    ];
    expect(sumSlices(reports, 120, 180)).toEqual({
      ...emptySums(),
      ends: 1010,
      latency: { '3': 3, '4': 5 },
    });
    expect(sumSlices(reports, 121).ends).toBe(100);
  });
});

describe('p95', () => {
  function of(latencies: readonly number[]) {
    const latency: Record<string, number> = {};
    for (const each of latencies) {
      latency[latencyBucket(each)] = (latency[latencyBucket(each)] ?? 0) + 1;
    }
    return p95(latency);
  }

  it.each([0.2, 1, 7, 80, 299, 301, 2500])('[FLAG-3] is a latency of %d ms to within 5 %', (ms) => {
    const slow = Array.from({ length: 6 }, () => ms);
    const { count, ms: found } = of([...Array.from({ length: 94 }, () => 0), ...slow]);
    expect(count).toBe(100);
    expect(found).toBeGreaterThanOrEqual(ms);
    expect(found).toBeLessThanOrEqual(Math.max(1, ms * 1.05));
  });

  it('leaves the slowest twentieth out', () => {
    const fast = Array.from({ length: 95 }, () => 2);
    expect(of([...fast, 900, 900, 900, 900, 900]).ms).toBeLessThan(2.1);
    expect(of([])).toEqual({ count: 0, ms: 0 });
  });
});
