import type * as v from 'valibot';
import type { AdminClient } from './admin-client.js';

/** As many as the server gives at once. */
const LIMIT = 1000;

/** Reads a list of the administrators' API page after page, as long as somebody asks for more. */
export async function* readPages<T extends { readonly next?: string }>(
  client: AdminClient,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  filter: Readonly<Record<string, string>> = {},
): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const cursor = after === undefined ? {} : { after };
    const query = new URLSearchParams({ ...filter, limit: String(LIMIT), ...cursor });
    const page = await client.call('GET', `${path}?${query}`, schema);
    yield page;
    after = page.next;
  } while (after !== undefined);
}
