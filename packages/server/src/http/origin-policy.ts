/** Which pages of other origins may use the display API and the socket (SEC-2, SEC-3). */
export interface OriginPolicy {
  /**
   * @param origin of the page, as the browser says; `undefined` where no browser asks.
   * @param host that the request was sent to.
   * @param school the origins of the school that is asked for. Absent: none is known yet, as in a
   * preflight, which carries no token; those of any school will do.
   */
  allows(origin: string | undefined, host: string | undefined, school?: readonly string[]): boolean;
}

export interface OriginPolicyOptions {
  readonly publicUrl: string | undefined;
  /** Origins, or `*` alone. */
  readonly corsOrigins: readonly string[];
  /** Whether a school lists this origin. @default none does */
  readonly isOfAnySchool?: (origin: string) => boolean;
}

/** Allows the server's own origin, those of the settings, and each school's for its screens. */
export function createOriginPolicy(options: OriginPolicyOptions): OriginPolicy {
  const { publicUrl, corsOrigins, isOfAnySchool = () => false } = options;
  const anyone = corsOrigins.includes('*');
  const known = new Set([...corsOrigins, publicUrl]);
  return {
    allows: (origin, host, school) =>
      origin === undefined ||
      anyone ||
      known.has(origin) ||
      isOwn(origin, host) ||
      (school === undefined ? isOfAnySchool(origin) : school.includes(origin)),
  };
}

function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
