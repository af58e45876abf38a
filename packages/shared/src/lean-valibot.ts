/**
 * What the contract uses of valibot, for a player's bundle, which puts this in the place of valibot and
 * of `words.ts`: the same values pass, and come out the same, but only the first thing that is wrong is
 * named, and without words, since nobody reads them on a screen. `lean-valibot.test.ts` holds
 * both to the same cases.
 */

type Key = string | number;

/** Gives the value that comes out, or throws `Wrong`. */
type Run = (input: unknown, path: readonly Key[]) => unknown;

type Entries = Readonly<Record<string, Schema>>;

interface Schema {
  readonly run: Run;
  /** The key may be missing. */
  readonly isOptional?: true;
  /** Of an object. */
  readonly entries?: Entries;
}

class Wrong extends Error {
  constructor(readonly path: readonly Key[]) {
    super();
  }
}

function schemaOf(holds: (input: never) => boolean): Schema {
  return {
    run(input, path) {
      if (!holds(input as never)) throw new Wrong(path);
      return input;
    },
  };
}

export const unknown = (): Schema => schemaOf(() => true);
export const string = (): Schema => schemaOf((input) => typeof input === 'string');
export const boolean = (): Schema => schemaOf((input) => typeof input === 'boolean');
export const number = (): Schema =>
  schemaOf((input) => typeof input === 'number' && !Number.isNaN(input));
export const literal = (known: unknown): Schema => picklist([known]);
export const picklist = (known: readonly unknown[]): Schema =>
  schemaOf((input) => known.includes(input));

export const integer = (): Schema => schemaOf(Number.isInteger);
export const safeInteger = (): Schema => schemaOf(Number.isSafeInteger);
export const minValue = (least: number): Schema => schemaOf((input: number) => input >= least);
export const maxValue = (most: number): Schema => schemaOf((input: number) => input <= most);
export const minLength = (least: number): Schema =>
  schemaOf(({ length }: ArrayLike<unknown>) => length >= least);
export const maxLength = (most: number): Schema =>
  schemaOf(({ length }: ArrayLike<unknown>) => length <= most);
export const regex = (pattern: RegExp): Schema => schemaOf((input: string) => pattern.test(input));

export const transform = (change: Run): Schema => ({ run: change });

export const pipe = (...steps: readonly Schema[]): Schema => ({
  run: (input, path) => steps.reduce((value, { run }) => run(value, path), input),
});

export const nullable = ({ run }: Schema): Schema => ({
  run: (input, path) => (input === null ? null : run(input, path)),
});

export const exactOptional = ({ run }: Schema): Schema => ({ run, isOptional: true });

export const array = ({ run }: Schema): Schema => ({
  run(input, path) {
    if (!Array.isArray(input)) throw new Wrong(path);
    return input.map((item, index) => run(item, [...path, index]));
  },
});

export const object = (entries: Entries): Schema => ({
  entries,
  run: (input, path) => readEntries(entries, fieldsOf(input, path), path),
});

export const looseObject = (entries: Entries): Schema => ({
  entries,
  run(input, path) {
    const fields = fieldsOf(input, path);
    return { ...fields, ...readEntries(entries, fields, path) };
  },
});

/** @param key the field that tells which of the objects it is. */
export const variant = (key: string, options: readonly Schema[]): Schema => ({
  run(input, path) {
    const fields = fieldsOf(input, path);
    const option = options.find(({ entries }) => {
      const schema = entries?.[key];
      return schema !== undefined && is(schema, fields[key]);
    });
    if (option === undefined) throw new Wrong([...path, key]);
    return option.run(input, path);
  },
});

export function entriesFromList(keys: readonly string[], schema: Schema): Entries {
  const entries: Record<string, Schema> = {};
  for (const key of keys) entries[key] = schema;
  return entries;
}

export function is(schema: Schema, input: unknown): boolean {
  return safeParse(schema, input).success;
}

/** As much of what valibot says as `check` reads. */
export function safeParse({ run }: Schema, input: unknown) {
  try {
    return { success: true, output: run(input, []) };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { success: false, issues: [{ path: error.path.map((key) => ({ key })) }] };
  }
}

export const describeIssue = (): string => '';
export const WORDS = {};

function fieldsOf(input: unknown, path: readonly Key[]): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null) throw new Wrong(path);
  return input as Record<string, unknown>;
}

function readEntries(
  entries: Entries,
  fields: Readonly<Record<string, unknown>>,
  path: readonly Key[],
): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  for (const [key, { run, isOptional }] of Object.entries(entries)) {
    if (key in fields) output[key] = run(fields[key], [...path, key]);
    else if (!isOptional) throw new Wrong([...path, key]);
  }
  return output;
}
