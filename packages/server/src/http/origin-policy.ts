/** Which pages of other origins may use the display API and the socket (SEC-2, SEC-3). */
export interface OriginPolicy {
  /**
   * @param origin of the page, as the browser says; `undefined` where no browser asks.
   * @param host that the request was sent to.
   */
  allows(origin: string | undefined, host: string | undefined): boolean;
}

export interface OriginPolicyOptions {
  readonly publicUrl: string | undefined;
  /** Origins, or `*` alone. */
  readonly corsOrigins: readonly string[];
}

/** Allows the server's own origin and those of the settings. */
export function createOriginPolicy({ publicUrl, corsOrigins }: OriginPolicyOptions): OriginPolicy {
  const anyone = corsOrigins.includes('*');
  const known = new Set([...corsOrigins, publicUrl]);
  return {
    allows: (origin, host) =>
      origin === undefined || anyone || known.has(origin) || isOwn(origin, host),
  };
}

function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
