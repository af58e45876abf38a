import { type ListedFile, STATUS_FILE, type WatchedFolder } from './watched-folder.js';

/** A folder in memory that outlives those who watch it, and may be out of reach. */
export class MemoryFolder implements WatchedFolder {
  readonly #files = new Map<string, { bytes: Uint8Array; modifiedMs: number }>();
  #writes = 0;
  memory: string | undefined;
  status = '';
  isGone = false;
  isReadOnly = false;
  /** Names of files that somebody keeps for himself. */
  readonly locked = new Set<string>();

  save(name: string, text: string): void {
    this.#writes += 1;
    this.#files.set(name, { bytes: new TextEncoder().encode(text), modifiedMs: this.#writes });
  }

  remove(name: string): void {
    this.#files.delete(name);
  }

  async list(): Promise<readonly ListedFile[]> {
    if (this.isGone) throw new Error('the share is away');
    const files = [...this.#files].map(([name, { bytes, modifiedMs }]) => ({
      name,
      bytes: bytes.length,
      modifiedMs,
    }));
    const own = { name: STATUS_FILE, bytes: this.status.length, modifiedMs: 0 };
    return this.status === '' ? files : [...files, own];
  }

  async read(name: string): Promise<Uint8Array> {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error('ENOENT');
    if (this.locked.has(name)) throw new Error('EBUSY');
    return file.bytes;
  }

  async readMemory(): Promise<string | undefined> {
    return this.memory;
  }

  async writeMemory(text: string): Promise<void> {
    if (this.isReadOnly) throw new Error('EROFS');
    this.memory = text;
  }

  async writeStatus(text: string): Promise<void> {
    if (this.isReadOnly) throw new Error('EROFS');
    this.status = text;
  }
}
