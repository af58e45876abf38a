import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ListedFile, STATUS_FILE, type WatchedFolder } from './watched-folder.js';

const MEMORY_FILE = '.hallboard-watch.json';

/**
 * A folder of the file system.
 * @param memoryPath @default a hidden file in the folder
 */
export function openDiskFolder(
  directory: string,
  memoryPath: string = join(directory, MEMORY_FILE),
): WatchedFolder {
  return {
    async list() {
      const entries = await readdir(directory, { withFileTypes: true });
      const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
      const listed = await Promise.all(files.map((name) => look(directory, name)));
      return listed.flatMap((file) => (file === undefined ? [] : [file]));
    },
    read: (name) => readFile(join(directory, name)),
    async readMemory() {
      try {
        return await readFile(memoryPath, 'utf8');
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    writeMemory: (text) => replaceFile(memoryPath, text),
    writeStatus: (text) => replaceFile(join(directory, STATUS_FILE), text),
  };
}

/** @returns nothing if the file has gone meanwhile, or is no file. */
async function look(directory: string, name: string): Promise<ListedFile | undefined> {
  try {
    const stats = await stat(join(directory, name));
    return stats.isFile() ? { name, bytes: stats.size, modifiedMs: stats.mtimeMs } : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const aside = join(dirname(path), '.hallboard-watch.part');
  // Without that, a power cut may leave the new name on an empty file.
  await writeFile(aside, text, { flush: true });
  await rename(aside, path);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
