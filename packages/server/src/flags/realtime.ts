import type { FlagsRecord } from '../store/flag-records.js';
import { positionOf } from './position.js';

/** What FLAG-1 looks at, for one school. */
export interface RealtimeFacts {
  /** `DISPLAY_WS_ENABLED`. */
  readonly allowed: boolean;
  readonly flags: Pick<FlagsRecord, 'isKilled' | 'percentage' | 'fallback'>;
  readonly schoolId: string;
  /** The school's own say. */
  readonly school: 'on' | 'off' | undefined;
}

/** Whether a school's screens may have a socket, and what decided so. */
export type RealtimeDecision =
  | { readonly realtime: 'off'; readonly why: 'environment' | 'kill-switch' }
  | { readonly realtime: 'on' | 'off'; readonly why: 'school' | 'default' }
  | {
      readonly realtime: 'on' | 'off';
      readonly why: 'percentage';
      /** From 0 to 100. */
      readonly percentage: number;
    };

type Rule = (facts: RealtimeFacts) => RealtimeDecision | undefined;

/** In order of precedence: the first that has a say decides (FLAG-1). */
const RULES: readonly Rule[] = [
  ({ allowed }) => (allowed ? undefined : { realtime: 'off', why: 'environment' }),
  ({ flags }) => (flags.isKilled ? { realtime: 'off', why: 'kill-switch' } : undefined),
  ({ school }) => school && { realtime: school, why: 'school' },
  ({ flags: { percentage }, schoolId }) =>
    percentage === null
      ? undefined
      : { realtime: isWithin(schoolId, percentage) ? 'on' : 'off', why: 'percentage', percentage },
];

/** Screens poll either way (P-3). */
export function decideRealtime(facts: RealtimeFacts): RealtimeDecision {
  for (const rule of RULES) {
    const decision = rule(facts);
    if (decision !== undefined) return decision;
  }
  return { realtime: facts.flags.fallback, why: 'default' };
}

/** Asked for every request: at its ends, a percentage needs no hash. */
function isWithin(schoolId: string, percentage: number): boolean {
  if (percentage <= 0 || percentage >= 100) return percentage > 0;
  return positionOf(schoolId) < percentage;
}
