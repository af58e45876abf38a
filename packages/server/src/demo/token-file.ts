import { readFile, rename, writeFile } from 'node:fs/promises';

/** @returns the token that was written, or `undefined` if there is no such file. */
export async function readTokenFile(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the token as a whole or not at all, readable by the owner alone. */
export async function writeTokenFile(path: string, token: string): Promise<void> {
  const unfinished = `${path}.new`;
  await writeFile(unfinished, `${token}\n`, { mode: 0o600 });
  await rename(unfinished, path);
}
