/**
 * Where a file of the embed is served.
 * @param path as the bundler writes it, `/assets/…`: from where the embed's files are.
 * @param base where they are; with a slash at its end.
 */
export function assetUrl(path: string, base: string): string {
  return base + path.replace(/^\//, '');
}

/** The folder of a script: where the files beside it are. */
export function folderOf(scriptUrl: string): string {
  return scriptUrl.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
}

/**
 * A folder's whole address, with a slash at its end.
 * @param page what it is relative to.
 * @returns `undefined` where it is no address.
 */
export function resolveFolder(folder: string, page: string): string | undefined {
  try {
    return new URL(`${folder.replace(/\/+$/, '')}/`, page).href;
  } catch {
    return undefined;
  }
}
