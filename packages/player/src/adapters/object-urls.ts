/** More than a screen shows at once. */
const MOST_ALIVE = 64;

/** What is used of `URL`. */
export type UrlFactory = Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;

/** Addresses of files in memory or on the device: a bounded number is alive at any time. */
export interface ObjectUrls {
  /** The same as long as it is asked for. */
  of(key: string, blob: Blob): string;
  revoke(key: string): void;
}

/** @param factory @default the page's `URL` */
export function createObjectUrls(factory: UrlFactory = URL): ObjectUrls {
  /** The most recently asked for last. */
  const alive = new Map<string, string>();

  function revoke(key: string): void {
    const url = alive.get(key);
    alive.delete(key);
    if (url !== undefined) factory.revokeObjectURL(url);
  }

  return {
    of(key, blob) {
      const url = alive.get(key) ?? factory.createObjectURL(blob);
      alive.delete(key);
      alive.set(key, url);
      const [oldest] = alive.keys();
      if (alive.size > MOST_ALIVE && oldest !== undefined) revoke(oldest);
      return url;
    },
    revoke,
  };
}
