import type * as v from 'valibot';

type Schema = v.GenericSchema;

/** What the description of the API says of a route, beside what the table of routes says. */
export interface Operation {
  /** One line. */
  readonly summary: string;
  /** The schema that validates the query: an object of texts. */
  readonly query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** The schema that validates the body. */
  readonly body?: Schema;
  /** Whether the body is a file, as it is. */
  readonly takesFile?: true;
  /** Whether it takes `If-Match` and answers with `ETag`. */
  readonly hasRevision?: true;
  /** Whether it is refused as things stand, although it adds nothing that may be taken. */
  readonly mayConflict?: true;
  /** @default 200 */
  readonly status?: 201 | 202;
  readonly answer: Schema;
}
