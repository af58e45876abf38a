import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from './keyed-queue.js';

/** A task that ends when it is told to. */
function controlled(log: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const task = async () => {
    log.push(`${name} starts`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { task, end };
}

describe('keyed queue', () => {
  it('runs the tasks of one key one after another, and others beside them', async () => {
    const queue = createKeyedQueue();
    const log: string[] = [];
    const [one, two, other] = ['one', 'two', 'other'].map((name) => controlled(log, name));
    if (!one || !two || !other) throw new Error('three tasks');
    const results = [
      queue.run('a', one.task),
      queue.run('a', two.task),
      queue.run('b', other.task),
    ];
    other.end();
    await results[2];
    expect(log).toEqual(['one starts', 'other starts', 'other ends']);
    two.end();
    one.end();
    expect(await Promise.all(results)).toEqual(['one', 'two', 'other']);
    expect(log.slice(3)).toEqual(['one ends', 'two starts', 'two ends']);
  });

  it('goes on after a task that fails, and tells only its own caller', async () => {
    const queue = createKeyedQueue();
    const failed = queue.run('a', () => Promise.reject(new Error('broken')));
    const next = queue.run('a', async () => 'fine');
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('fine');
  });
});
