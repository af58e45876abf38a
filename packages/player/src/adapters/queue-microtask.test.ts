import { describe, expect, it, vi } from 'vitest';
import { provideQueueMicrotask } from './queue-microtask.js';

describe('provideQueueMicrotask', () => {
  it('runs in order, after the running code', async () => {
    const page: { queueMicrotask?: (run: () => void) => void } = {};
    provideQueueMicrotask(page);
    const order: string[] = [];
    page.queueMicrotask?.(() => order.push('first'));
    page.queueMicrotask?.(() => order.push('second'));
    order.push('now');
    await Promise.resolve();
    await Promise.resolve();
    expect(order).toEqual(['now', 'first', 'second']);
  });

  it('lets an error reach the window', async () => {
    vi.useFakeTimers();
    const page: { queueMicrotask?: (run: () => void) => void } = {};
    provideQueueMicrotask(page);
    page.queueMicrotask?.(() => {
      throw new Error('of a microtask');
    });
    await expect(vi.advanceTimersByTimeAsync(1)).rejects.toThrow('of a microtask');
    vi.useRealTimers();
  });

  it("leaves the engine's own alone", () => {
    const own = (): void => undefined;
    const page = { queueMicrotask: own };
    provideQueueMicrotask(page);
    expect(page.queueMicrotask).toBe(own);
  });
});
