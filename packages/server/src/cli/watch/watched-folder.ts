/** Where it says how each file stands. */
export const STATUS_FILE = 'hallboard-status.txt';

/** A file as a listing names it. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  /** When it was written last, by the clock of whoever keeps it: only good to see a change. */
  readonly modifiedMs: number;
}

/** A folder that is looked at: a disk, a share, or a drive that is kept in step with another. */
export interface WatchedFolder {
  /** The files in it, our own too, not those in folders below. @throws if the folder cannot be reached. */
  list(): Promise<readonly ListedFile[]>;
  /** @throws if the file is gone, or somebody keeps it for himself. */
  read(name: string): Promise<Uint8Array>;
  /** What was remembered last, also by an earlier process. */
  readMemory(): Promise<string | undefined>;
  /** In one step: after a crash, what was there before is still there, or this is. */
  writeMemory(text: string): Promise<void>;
  /** Says how each file stands, where whoever saves the files can read it. */
  writeStatus(text: string): Promise<void>;
}
