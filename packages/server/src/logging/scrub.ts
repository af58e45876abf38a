/** What a secret looks like: tokens and keys are 43 letters, digits, `-` or `_` (SEC-1). */
const SECRET = /[\w-]{40,}/g;

/** Fields that are never written, whatever they hold. */
const SECRET_NAMES = /token|key|secret|authorization|device|cookie/i;

const REDACTED = '[redacted]';

/**
 * The last line of defence behind never passing secrets to the log: drops what is named like one
 * and blanks what looks like one (OBS-2). Identifiers of keys, such as `keyId`, are kept.
 */
export function scrub(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      SECRET_NAMES.test(name) && name !== 'keyId' ? REDACTED : scrubValue(value),
    ]),
  );
}

function scrubValue(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(SECRET, REDACTED);
  if (!(value instanceof Error)) return value;
  return {
    type: value.name,
    message: value.message.replace(SECRET, REDACTED),
    stack: value.stack?.replace(SECRET, REDACTED),
    ...(value.cause instanceof Error ? { cause: scrubValue(value.cause) } : {}),
  };
}
