import { createHash } from 'node:crypto';
import type { MediaRef } from '@hallboard/shared';
import { expect, it } from 'vitest';
import type { CommitOutcome, MediaStore, OpenOutcome } from './media-store.js';

/** A store and the device that it is on. */
export interface MediaDevice {
  store: MediaStore;
  /** A new store on what the device has kept. */
  restart(): void;
  /** Cuts what is stored under a hash in half. */
  corrupt(hash: string): Promise<void>;
  /** The hashes of what is on the device. */
  kept(): Promise<readonly string[]>;
  /** Lets everything run that waits for nothing but its turn. */
  settle(): Promise<void>;
}

export interface MediaDeviceOptions {
  readonly quotaBytes?: number;
  readonly memoryBytes?: number;
}

const SIZE = 1_000;

export function bytesOf(name: string): Uint8Array {
  return Uint8Array.from({ length: SIZE }, (_, index) => name.charCodeAt(index % name.length));
}

export function refOf(name: string): MediaRef {
  const hash = createHash('sha256').update(bytesOf(name)).digest('hex');
  return { hash, mimeType: 'image/png', bytes: SIZE };
}

/** What every media store keeps to. */
export function mediaStoreContract(
  createDevice: (options?: MediaDeviceOptions) => MediaDevice,
): void {
  async function outcomeOf<T>(
    device: MediaDevice,
    start: (store: MediaStore, done: (outcome: T) => void) => unknown,
  ): Promise<T> {
    const outcomes: T[] = [];
    start(device.store, (outcome) => outcomes.push(outcome));
    for (let turn = 0; turn < 100 && outcomes.length === 0; turn += 1) await device.settle();
    expect(outcomes).toHaveLength(1);
    return outcomes[0] as T;
  }
  const open = (device: MediaDevice, file: MediaRef): Promise<OpenOutcome> =>
    outcomeOf(device, (store, done) => store.open(file, done));
  const commit = (device: MediaDevice, file: MediaRef): Promise<CommitOutcome> =>
    outcomeOf(device, (store, done) => store.commit(file, done));

  /** Downloads as the core does it. */
  function put(device: MediaDevice, name: string): Promise<CommitOutcome> {
    const { hash } = refOf(name);
    device.store.stage(hash, 0, bytesOf(name).slice(0, 600));
    device.store.stage(hash, 600, bytesOf(name).slice(600));
    return commit(device, refOf(name));
  }
  function expectFiles(device: MediaDevice, ...names: string[]): Promise<void> {
    device.store.expect(names.map((name) => refOf(name).hash));
    return device.settle();
  }
  async function keptNames(device: MediaDevice, ...among: string[]): Promise<string[]> {
    await device.settle();
    const kept = await device.kept();
    return among.filter((name) => kept.includes(refOf(name).hash));
  }
  const url = ({ store }: MediaDevice, name: string): string | undefined =>
    store.url(refOf(name).hash);

  it('[STORE-4] gives an address to what was verified, and to nothing before', async () => {
    const device = createDevice();
    await expectFiles(device, 'a');
    device.store.stage(refOf('a').hash, 0, bytesOf('a'));
    expect(url(device, 'a')).toBeUndefined();
    expect(await commit(device, refOf('a'))).toEqual({ kind: 'kept' });
    expect(url(device, 'a')).toEqual(expect.any(String));
    expect(url(device, 'a')).toBe(url(device, 'a'));
  });

  it('[STORE-4] refuses other bytes, too few of them, and an empty stage', async () => {
    const device = createDevice();
    await expectFiles(device, 'a');
    const wrong = { kind: 'refused', cause: 'wrong-bytes' };
    expect(await commit(device, refOf('a'))).toEqual(wrong);
    device.store.stage(refOf('a').hash, 0, bytesOf('b'));
    expect(await commit(device, refOf('a'))).toEqual(wrong);
    device.store.stage(refOf('a').hash, 0, bytesOf('a').slice(1));
    expect(await commit(device, refOf('a'))).toEqual(wrong);
    device.store.stage(refOf('b').hash, 0, bytesOf('a'));
    expect(await commit(device, refOf('a'))).toEqual(wrong);
    expect(url(device, 'a')).toBeUndefined();
    expect(await device.kept()).toEqual([]);
  });

  it('[STORE-4] takes a part again that came twice', async () => {
    const device = createDevice();
    await expectFiles(device, 'a');
    const { hash } = refOf('a');
    device.store.stage(hash, 0, bytesOf('a').slice(0, 600));
    device.store.stage(hash, 400, bytesOf('a').slice(400));
    expect(await commit(device, refOf('a'))).toEqual({ kind: 'kept' });
  });

  it('[STORE-4] opens what it kept after a restart, once it has verified it again', async () => {
    const device = createDevice();
    await expectFiles(device, 'a', 'b');
    await put(device, 'a');
    await put(device, 'b');
    device.restart();
    await expectFiles(device, 'a', 'b');
    expect(url(device, 'a')).toBeUndefined();
    expect(await open(device, refOf('a'))).toBe('verified');
    expect(url(device, 'a')).toEqual(expect.any(String));
    await device.corrupt(refOf('b').hash);
    expect(await open(device, refOf('b'))).toBe('wrong-bytes');
    expect(await open(device, refOf('b'))).toBe('absent');
    expect(url(device, 'b')).toBeUndefined();
  });

  it('[STORE-4] closes what is no longer expected, and keeps it on the device', async () => {
    const device = createDevice();
    await expectFiles(device, 'a');
    await put(device, 'a');
    await expectFiles(device, 'b');
    expect(url(device, 'a')).toBeUndefined();
    expect(await keptNames(device, 'a')).toEqual(['a']);
    await expectFiles(device, 'a');
    expect(await open(device, refOf('a'))).toBe('verified');
  });

  it('[STORE-5] removes the least recently needed first, over restarts', async () => {
    const device = createDevice({ quotaBytes: 3 * SIZE });
    await expectFiles(device, 'a', 'b', 'c');
    for (const name of ['a', 'b', 'c']) await put(device, name);
    await expectFiles(device, 'b');
    await expectFiles(device, 'c', 'a');
    device.restart();
    await expectFiles(device, 'd');
    expect(await put(device, 'd')).toEqual({ kind: 'kept' });
    expect(await keptNames(device, 'a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd']);
    await expectFiles(device, 'd', 'e');
    expect(await put(device, 'e')).toEqual({ kind: 'kept' });
    expect(await keptNames(device, 'a', 'b', 'c', 'd', 'e')).toEqual(['c', 'd', 'e']);
  });

  it('[STORE-5] holds in memory what the device has no room for, a bounded amount', async () => {
    const device = createDevice({ quotaBytes: SIZE, memoryBytes: SIZE });
    await expectFiles(device, 'a', 'b', 'c');
    expect(await put(device, 'a')).toEqual({ kind: 'kept' });
    expect(await put(device, 'b')).toEqual({ kind: 'held', cause: 'full' });
    expect(url(device, 'b')).toEqual(expect.any(String));
    expect(await put(device, 'c')).toEqual({ kind: 'refused', cause: 'full' });
    expect(url(device, 'c')).toBeUndefined();
    await expectFiles(device, 'c');
    await device.corrupt(refOf('a').hash);
    expect((await put(device, 'c')).kind).not.toBe('refused');
  });

  it('[STORE-5] makes room: what is not expected first, then what is needed last', async () => {
    const device = createDevice();
    await expectFiles(device, 'a', 'b', 'c');
    for (const name of ['a', 'b', 'c']) await put(device, name);
    await expectFiles(device, 'b', 'c');
    device.store.makeRoom();
    expect(await keptNames(device, 'a', 'b', 'c')).toEqual(['b', 'c']);
    device.store.makeRoom();
    expect(await keptNames(device, 'a', 'b', 'c')).toEqual(['b']);
    device.store.makeRoom();
    device.store.makeRoom();
    expect(await keptNames(device, 'a', 'b', 'c')).toEqual([]);
  });

  it('[EMB-4] lets go of everything at its end', async () => {
    const device = createDevice();
    await expectFiles(device, 'a');
    await put(device, 'a');
    device.store.close();
    expect(url(device, 'a')).toBeUndefined();
    expect(await keptNames(device, 'a')).toEqual(['a']);
    device.store.close();
  });

  it('does not answer what was cancelled', async () => {
    const device = createDevice();
    await expectFiles(device, 'a');
    const outcomes: unknown[] = [];
    device.store.open(refOf('a'), (outcome) => outcomes.push(outcome))();
    for (let turn = 0; turn < 10; turn += 1) await device.settle();
    expect(outcomes).toEqual([]);
  });
}
