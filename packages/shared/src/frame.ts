import * as v from 'valibot';

/** The protocol versions that this build speaks. */
export const PROTOCOLS = { min: 1, max: 1 } as const;

/** Of the protocol, or of something that is numbered anew with each change. */
export const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A frame as read: unknown types are ignored and counted, malformed ones are misbehaviour (WS-2). */
export type Frame<T> =
  | { readonly kind: 'message'; readonly message: T }
  | { readonly kind: 'unknown'; readonly type: string }
  | { readonly kind: 'malformed' };

/** Reads a frame of one of the known types. Never throws. */
export function readFrame<T>(
  text: string,
  schema: v.BaseSchema<unknown, T, v.BaseIssue<unknown>>,
  knownTypes: readonly string[],
): Frame<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'malformed' };
  }
  const type = v.safeParse(v.object({ type: v.string() }), value);
  if (!type.success) return { kind: 'malformed' };
  if (!knownTypes.includes(type.output.type)) return { kind: 'unknown', type: type.output.type };
  const result = v.safeParse(schema, value);
  return result.success ? { kind: 'message', message: result.output } : { kind: 'malformed' };
}
