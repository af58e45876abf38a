import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaRef } from '@hallboard/shared';
import { MEDIA_TYPES, type MediaType } from '../media-types.js';

/** What is on the disk, by school and by hash. */
export type MediaIndex = Map<string, Map<string, MediaRef>>;

/** Where uploads are written before they have a name. No school's id begins with a dot. */
const UPLOADS = '.uploads';

/** A school's id, as far as it may name a directory. */
const SCHOOL_ID = /^[a-z0-9][a-z0-9-]*$/;

const FILE_NAME = /^([0-9a-f]{64})\.([a-z0-9]+)$/;

const TYPES = new Map(
  Object.entries(MEDIA_TYPES).map(([type, ending]) => [ending as string, type]),
);

/** Where everything is, below one directory. */
export interface MediaPaths {
  readonly root: string;
  readonly uploads: string;
  /** @throws RangeError if the id cannot be a school's. */
  school(schoolId: string): string;
  /** @throws RangeError if the id cannot be a school's. */
  file(schoolId: string, file: MediaRef): string;
}

export function mediaPaths(root: string): MediaPaths {
  const school = (schoolId: string): string => {
    if (!SCHOOL_ID.test(schoolId)) throw new RangeError('this id cannot be a school’s');
    return join(root, schoolId);
  };
  return {
    root,
    uploads: join(root, UPLOADS),
    school,
    file: (schoolId, { hash, mimeType }) =>
      join(school(schoolId), `${hash}.${MEDIA_TYPES[mimeType as MediaType]}`),
  };
}

/** Makes the directories, sweeps out uploads that were cut off, and reads what is there. */
export async function readMediaIndex(paths: MediaPaths): Promise<MediaIndex> {
  await rm(paths.uploads, { recursive: true, force: true });
  await mkdir(paths.uploads, { recursive: true, mode: 0o700 });
  const index: MediaIndex = new Map();
  for (const entry of await readdir(paths.root, { withFileTypes: true })) {
    if (!entry.isDirectory() || !SCHOOL_ID.test(entry.name)) continue;
    index.set(entry.name, await readSchool(join(paths.root, entry.name)));
  }
  return index;
}

async function readSchool(directory: string): Promise<Map<string, MediaRef>> {
  const files = new Map<string, MediaRef>();
  for (const name of await readdir(directory)) {
    const [, hash, ending = ''] = FILE_NAME.exec(name) ?? [];
    const mimeType = TYPES.get(ending);
    if (hash === undefined || mimeType === undefined) continue;
    const { size: bytes } = await stat(join(directory, name));
    files.set(hash, { hash, mimeType, bytes });
  }
  return files;
}
