/** What is used of `URL`. */
export type UrlFactory = Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;

/** Addresses of files in memory or on the device. Each is alive until it is revoked. */
export interface ObjectUrls {
  /** The same as long as it is not revoked: a picture that is shown does not blink. */
  of(key: string, blob: Blob): string;
  revoke(key: string): void;
}

/** @param factory @default the page's `URL` */
export function createObjectUrls(factory: UrlFactory = URL): ObjectUrls {
  const alive = new Map<string, string>();
  return {
    of(key, blob) {
      const url = alive.get(key) ?? factory.createObjectURL(blob);
      alive.set(key, url);
      return url;
    },
    revoke(key) {
      const url = alive.get(key);
      alive.delete(key);
      if (url !== undefined) factory.revokeObjectURL(url);
    },
  };
}
