import * as v from 'valibot';
import { isOrigin } from '../http/is-origin.js';

/** One row of the table of settings: both the validation and the documentation come from it. */
export interface Setting<T> {
  /** The environment variable. */
  readonly name: string;
  readonly meaning: string;
  /** As it would be written in the environment; empty: not set. */
  readonly fallback: string;
  readonly example: string;
  /** From the variable's text to the value. */
  readonly schema: v.GenericSchema<string, T>;
}

/** `true` or `false`, and nothing that only looks like it. */
export const switchSchema = v.pipe(
  v.picklist(['true', 'false'], 'must be true or false'),
  v.transform((text) => text === 'true'),
);

/** A whole number between two bounds, both inclusive. */
export function wholeNumberSchema(min: number, max: number): v.GenericSchema<string, number> {
  const message = `must be a whole number from ${min} to ${max}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/, message),
    v.transform(Number),
    v.minValue(min, message),
    v.maxValue(max, message),
  );
}

/** A whole number of megabytes between two bounds, as bytes. */
export function megabytesSchema(min: number, max: number): v.GenericSchema<string, number> {
  return v.pipe(
    wholeNumberSchema(min, max),
    v.transform((megabytes) => megabytes * 1_000_000),
  );
}

/** A file or a directory. Empty: none. */
export const optionalPathSchema = v.pipe(
  v.string(),
  v.transform((text) => (text === '' ? undefined : text)),
);

/** An origin: scheme, host and, where it is not the usual one, port; no path. Empty: none. */
export const optionalOriginSchema = v.pipe(
  v.string(),
  v.check(
    (text) => text === '' || isOrigin(text),
    'must be an origin such as https://screens.example.org, without a path',
  ),
  v.transform((text) => (text === '' ? undefined : text)),
);

/** An http or https address. It may hold a secret, so no message repeats it. Empty: none. */
export const optionalHttpUrlSchema = v.pipe(
  v.string(),
  v.check(
    (text) => text === '' || (URL.canParse(text) && /^https?:/.test(text)),
    'must be an address such as https://ops.example.org/hooks/hallboard',
  ),
  v.transform((text) => (text === '' ? undefined : text)),
);

/** The address of a mail server. It may hold a password, so no message repeats it. Empty: none. */
export const optionalSmtpUrlSchema = v.pipe(
  v.string(),
  v.check(
    (text) => text === '' || (URL.canParse(text) && /^smtps?:/.test(text)),
    'must be an address such as smtps://user:password@mail.example.org',
  ),
  v.transform((text) => (text === '' ? undefined : text)),
);

/** The address of a Redis. It may hold a password, so no message repeats it. Empty: none. */
export const optionalRedisUrlSchema = v.pipe(
  v.string(),
  v.check(
    (text) => text === '' || isRedisUrl(text),
    'must be an address such as redis://redis.example.org:6379',
  ),
  v.transform((text) => (text === '' ? undefined : text)),
);

/**
 * Origins separated by commas, or one of `words` alone; empty: none.
 * @param others what may stand beside origins. @default nothing
 */
export function originsSchema(
  words: readonly string[],
  others: readonly string[] = [],
): v.GenericSchema<string, readonly string[]> {
  const known = words.length === 0 ? '' : `, or ${words.join(' or ')} alone`;
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(',').map((part) => part.trim())),
    v.transform((parts) => parts.filter((part) => part !== '')),
    v.check(
      (parts) =>
        parts.every((part) => isOrigin(part) || others.includes(part)) ||
        (parts.length === 1 && words.includes(parts[0] ?? '')),
      `must be origins such as https://intranet.example.org, separated by commas${known}`,
    ),
  );
}

function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^rediss?:$/.test(protocol) && hostname !== '' && /^(\/\d*)?$/.test(pathname);
}
