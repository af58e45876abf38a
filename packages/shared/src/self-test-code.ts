import {
  ENGINE_FAMILIES,
  ENGINE_FEATURES,
  SELF_TEST_FINDINGS,
  SELF_TEST_OUTCOMES,
  type SelfTestReport,
} from './self-test.js';

/** Crockford's: no letter that is taken for another, or for a digit. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOL_BITS = 5;
/** The last of them is the check. */
const LENGTH = 16;

const VERSION = 1;
const VERSION_BITS = 5;
const OUTCOME_BITS = 3;
const FAMILY_BITS = 3;
const ENGINE_BITS = 9;
const CLOCK_BITS = 12;
const CLOCK_LIMIT_MIN = 2 ** (CLOCK_BITS - 1) - 1;
const ZONE_BITS = 7;
const ZONE_STEP_MIN = 15;
const ZONE_LIMIT = 2 ** (ZONE_BITS - 1) - 1;

/** Why a text is no code for support. */
export type SelfTestCodeError =
  /** Too short, too long, or with characters that no code has. */
  | 'malformed'
  /** It was written down wrong. */
  | 'mistyped'
  /** From a newer version. */
  | 'unknown-version';

/**
 * The code for support: a report in sixteen characters that can be read out on the telephone,
 * `XXXX-XXXX-XXXX-XXXX`. A clock that is further off than 34 hours is written as 34 hours.
 */
export function encodeSelfTest(report: SelfTestReport): string {
  let bits = toBits(VERSION, VERSION_BITS);
  for (const finding of SELF_TEST_FINDINGS) {
    const outcomes: readonly string[] = SELF_TEST_OUTCOMES[finding];
    bits += toBits(outcomes.indexOf(report.findings[finding]), OUTCOME_BITS);
  }
  bits += toBits(ENGINE_FAMILIES.indexOf(report.engine.family), FAMILY_BITS);
  bits += toBits(Math.min(report.engine.version, 2 ** ENGINE_BITS - 1), ENGINE_BITS);
  bits += toBits(within(report.clockAheadMin, CLOCK_LIMIT_MIN) + CLOCK_LIMIT_MIN, CLOCK_BITS);
  const zone = Math.round(report.zoneAheadMin / ZONE_STEP_MIN);
  bits += toBits(within(zone, ZONE_LIMIT) + ZONE_LIMIT, ZONE_BITS);
  for (const feature of ENGINE_FEATURES) bits += report.missing.includes(feature) ? '1' : '0';
  const symbols = (bits + checkOf(bits)).match(/.{5}/g) ?? [];
  const text = symbols.map((symbol) => SYMBOLS.charAt(Number.parseInt(symbol, 2))).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** @param code as a person wrote it down: in any case, with or without its dashes. */
export function decodeSelfTest(code: string): SelfTestReport | SelfTestCodeError {
  const text = code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  const values = Array.from(text, (symbol) => SYMBOLS.indexOf(symbol));
  if (values.length !== LENGTH || values.includes(-1)) return 'malformed';
  const all = values.map((value) => toBits(value, SYMBOL_BITS)).join('');
  const bits = all.slice(0, -SYMBOL_BITS);
  if (checkOf(bits) !== all.slice(-SYMBOL_BITS)) return 'mistyped';
  let at = 0;
  const take = (count: number): number => {
    at += count;
    return Number.parseInt(bits.slice(at - count, at), 2);
  };
  if (take(VERSION_BITS) !== VERSION) return 'unknown-version';
  const findings: Record<string, string> = {};
  for (const finding of SELF_TEST_FINDINGS) {
    const known: readonly string[] = SELF_TEST_OUTCOMES[finding];
    const outcome = known[take(OUTCOME_BITS)];
    // Nothing but a newer version has one that is not known here.
    if (outcome === undefined) return 'unknown-version';
    findings[finding] = outcome;
  }
  const family = ENGINE_FAMILIES[take(FAMILY_BITS)];
  if (family === undefined) return 'unknown-version';
  return {
    findings: findings as SelfTestReport['findings'],
    engine: { family, version: take(ENGINE_BITS) },
    clockAheadMin: take(CLOCK_BITS) - CLOCK_LIMIT_MIN,
    zoneAheadMin: (take(ZONE_BITS) - ZONE_LIMIT) * ZONE_STEP_MIN,
    missing: ENGINE_FEATURES.filter(() => take(1) === 1),
  };
}

function toBits(value: number, count: number): string {
  return value.toString(2).padStart(count, '0');
}

function within(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, Math.round(value)));
}

/** A CRC of five bits (x⁵ + x² + 1), which notices any one wrong character. */
function checkOf(bits: string): string {
  let rest = 0;
  for (const bit of bits) {
    const isOver = (rest >> (SYMBOL_BITS - 1)) ^ Number(bit);
    rest = ((rest << 1) & 0b11111) ^ (isOver === 1 ? 0b00101 : 0);
  }
  return toBits(rest, SYMBOL_BITS);
}
