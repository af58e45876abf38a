import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, unlessStamped } from './stamp.mjs';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hallboard-stamp-'));
  mkdirSync(join(directory, 'src'));
  writeFileSync(join(directory, 'src/a.txt'), 'one');
});

afterEach(() => rmSync(directory, { recursive: true }));

describe('fingerprint', () => {
  it('follows contents, names and facts', () => {
    const source = join(directory, 'src');
    const first = fingerprint([source], ['x']);
    expect(fingerprint([source], ['x'])).toBe(first);
    expect(fingerprint([source], ['y'])).not.toBe(first);
    writeFileSync(join(source, 'a.txt'), 'two');
    const second = fingerprint([source], ['x']);
    expect(second).not.toBe(first);
    writeFileSync(join(source, 'b.txt'), '');
    expect(fingerprint([source], ['x'])).not.toBe(second);
  });

  it('tells a missing file from an empty one', () => {
    const file = join(directory, 'later.txt');
    const missing = fingerprint([file]);
    writeFileSync(file, 'here');
    expect(fingerprint([file])).not.toBe(missing);
  });
});

describe('unlessStamped', () => {
  it('makes once, and again after a change', async () => {
    let made = 0;
    const ensure = () =>
      unlessStamped(
        join(directory, 'cache/stamp'),
        () => fingerprint([join(directory, 'src')]),
        async () => {
          made += 1;
        },
      );
    await ensure();
    await ensure();
    expect(made).toBe(1);
    writeFileSync(join(directory, 'src/a.txt'), 'two');
    await ensure();
    expect(made).toBe(2);
  });

  it('leaves no stamp when making fails', async () => {
    const stamp = join(directory, 'stamp');
    const failing = unlessStamped(
      stamp,
      () => 'x',
      () => Promise.reject(new Error('no network')),
    );
    await expect(failing).rejects.toThrow('no network');
    let made = false;
    await unlessStamped(
      stamp,
      () => 'x',
      async () => {
        made = true;
      },
    );
    expect(made).toBe(true);
  });
});
