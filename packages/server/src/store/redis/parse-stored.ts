import * as v from 'valibot';
import { StoreUnavailableError } from '../store-unavailable-error.js';

/**
 * Reads JSON text that was stored.
 * @throws StoreUnavailableError naming the fields that are not as they were written.
 */
export function parseStored<T>(schema: v.GenericSchema<unknown, T>, text: Buffer | string): T {
  const json = v.pipe(v.string(), v.parseJson());
  const parsed = v.safeParse(json, text.toString());
  const result = v.safeParse(schema, parsed.success ? parsed.output : undefined);
  if (result.success) return result.output;
  const fields = result.issues.map((issue) => v.getDotPath(issue) ?? 'value').join(', ');
  throw new StoreUnavailableError(`Redis holds what cannot be read: ${fields}`);
}
