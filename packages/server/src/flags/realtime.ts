/** What FLAG-1 looks at, for one school. */
export interface RealtimeFacts {
  /** `DISPLAY_WS_ENABLED`. */
  readonly allowed: boolean;
  /** The school's own say. */
  readonly school: 'on' | 'off' | undefined;
  /** The installation's default. */
  readonly fallback: boolean;
}

type Say = 'on' | 'off' | undefined;

/** In order of precedence: the first that has a say decides (FLAG-1). */
const RULES: readonly ((facts: RealtimeFacts) => Say)[] = [
  ({ allowed }) => (allowed ? undefined : 'off'),
  ({ school }) => school,
  ({ fallback }) => (fallback ? 'on' : 'off'),
];

/** Whether a school's screens may have a socket. They poll either way (P-3). */
export function decideRealtime(facts: RealtimeFacts): 'on' | 'off' {
  for (const rule of RULES) {
    const say = rule(facts);
    if (say !== undefined) return say;
  }
  return 'off';
}
