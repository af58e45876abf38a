import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { localTimeSchema, shortTextSchema } from './primitives.js';
import { check } from './violations.js';

const schema = v.strictObject({
  name: shortTextSchema,
  level: v.picklist(['info', 'urgent']),
  start: localTimeSchema,
  days: v.pipe(v.array(v.number()), v.minLength(1)),
  volume: v.pipe(v.number(), v.maxValue(1)),
});

describe('check', () => {
  it('says in words what is wrong where, with nothing of the value', () => {
    const result = check(schema, {
      name: '',
      level: 'secret',
      days: ['secret'],
      volume: 2,
      colour: 'secret',
    });
    expect(result).toEqual({
      ok: false,
      violations: [
        { path: 'name', message: 'must not be empty' },
        { path: 'level', message: 'must be ("info" | "urgent")' },
        { path: 'start', message: 'is missing' },
        { path: 'days[0]', message: 'must be number' },
        { path: 'volume', message: 'must be at most 1' },
        { path: 'colour', message: 'is not a known field' },
      ],
    });
  });

  it('keeps a schema’s own words', () => {
    const result = check(schema.entries.start, '8');
    expect(result).toEqual({
      ok: false,
      violations: [{ path: '', message: 'must be a time like 08:35' }],
    });
  });
});
