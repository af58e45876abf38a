import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { dateSchema, localDateTimeSchema } from './local-time-schemas.js';

const problems = (schema: v.GenericSchema<unknown, unknown>, value: string) =>
  v.safeParse(schema, value).issues?.map(({ message }) => message) ?? [];

describe.each([
  { schema: dateSchema, time: '' },
  { schema: localDateTimeSchema, time: 'T16:30' },
])('a local time that ends in "$time"', ({ schema, time }) => {
  it.each(['2026-11-24', '2028-02-29'])('may be on %s', (date) => {
    expect(problems(schema, date + time)).toEqual([]);
  });

  it.each(['2026-02-29', '2026-13-01', '1970-01-01', 'tomorrow', '24.11.2026'])(
    'has one problem, not two, on %s',
    (date) => {
      expect(problems(schema, date + time)).toHaveLength(1);
    },
  );
});
