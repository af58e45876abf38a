import fc from 'fast-check';
import * as valibot from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import * as contract from './index.js';
import { SERVER_MESSAGES, WHOLE_SCREEN, WHOLE_SNAPSHOT } from './lean-valibot.fixture.js';
import * as lean from './lean-valibot.js';

/** The contract as a player's bundle has it. */
vi.resetModules();
vi.doMock('valibot', () => lean);
vi.doMock('./words.js', () => lean);
const leanContract: typeof contract = await import('./index.js');
vi.doUnmock('valibot');
vi.doUnmock('./words.js');

/** What a reader of the contract learns: the value, or the first place that is wrong. */
type Outcome = { readonly value: unknown } | { readonly wrongAt: string };

function outcomeOf<T>(checked: contract.Checked<T>): Outcome {
  return checked.ok ? { value: checked.value } : { wrongAt: checked.violations[0]?.path ?? 'none' };
}

const JUNK: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  'kind',
  'k3x9.12',
  '7'.repeat(64),
  'x'.repeat(130),
  'x'.repeat(5_000),
  '2026-13-01',
  '24:00',
  0,
  -1,
  1.5,
  1e300,
  Number.NaN,
  true,
  [],
  [null],
  {},
  { kind: 'room', room: 'Hall' },
  { kind: 'else' },
];

/** Where everything in a value is. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

type Change = (value: unknown) => unknown;

/** The value with one thing in it changed; `undefined` removes it. */
function changeAt(value: unknown, [key, ...rest]: readonly string[], change: Change): unknown {
  if (key === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = Object(Array.isArray(value) ? [...value] : { ...value });
  if (!(key in copy)) return copy;
  const changed = changeAt(copy[key], rest, change);
  if (changed === undefined && !Array.isArray(copy)) delete copy[key];
  else copy[key] = changed;
  return copy;
}

/** The sample, with up to three things in it replaced, removed or added. */
function bent(sample: unknown): fc.Arbitrary<unknown> {
  const change = fc.oneof(
    fc.constantFrom(...JUNK).map(
      (junk): Change =>
        () =>
          junk,
    ),
    fc.constant<Change>((value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, added: 1 }
        : value,
    ),
  );
  const bend = fc.tuple(fc.constantFrom(...pathsIn(sample)), change);
  return fc
    .array(bend, { maxLength: 3 })
    .map((bends) => bends.reduce((value, [path, how]) => changeAt(value, path, how), sample));
}

/** Both contracts find the same in whatever becomes of the sample; some of it good, some bad. */
function compare(sample: unknown, read: (from: typeof contract, value: unknown) => unknown): void {
  let good = 0;
  let bad = 0;
  fc.assert(
    fc.property(bent(sample), (value) => {
      const outcome = read(contract, value);
      expect(read(leanContract, value)).toEqual(outcome);
      if (JSON.stringify(outcome).includes('wrongAt')) bad += 1;
      else good += 1;
    }),
    { numRuns: 1_000 },
  );
  expect(good).toBeGreaterThan(10);
  expect(bad).toBeGreaterThan(10);
}

describe('the contract on the lean valibot', () => {
  it('is not the same modules', () => {
    expect(leanContract.snapshotSchema).not.toBe(contract.snapshotSchema);
    expect(leanContract.check(leanContract.statusSchema, {})).toEqual({
      ok: false,
      violations: [{ path: 'revision', message: '' }],
    });
  });

  it('[SNAP-1] reads the same snapshots, and names the same place in others', () => {
    compare(WHOLE_SNAPSHOT, (from, value) => outcomeOf(from.receiveSnapshot(value)));
  });

  it('[SNAP-8] reads the same screens', () => {
    compare(WHOLE_SCREEN, (from, value) => outcomeOf(from.check(from.screenInfoSchema, value)));
    const status = { revision: 'k3x9.12', screen: WHOLE_SCREEN };
    compare(status, (from, value) => outcomeOf(from.check(from.statusSchema, value)));
  });

  it('[HTTP-5] reads the same errors', () => {
    const error = { error: 'conflict', message: 'no', violations: [{ path: 'a', message: 'b' }] };
    compare(error, (from, value) => outcomeOf(from.check(from.errorBodySchema, value)));
  });

  it('[WS-2] reads the same frames', () => {
    const frames = fc.oneof(...SERVER_MESSAGES.map(bent)).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(frames, (text) => {
        expect(leanContract.readServerFrame(text)).toEqual(contract.readServerFrame(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads the same revisions', () => {
    for (const text of ['k3x9.12', 'k3x9.', '.1', 'K.1', '', 'a.1234567890123456']) {
      expect(leanContract.parseRevision(text)).toEqual(contract.parseRevision(text));
    }
  });
});

describe('the lean valibot', () => {
  type Valibot = Pick<typeof valibot, keyof typeof valibot & keyof typeof lean>;
  const CASES: readonly (readonly [string, (v: Valibot) => valibot.GenericSchema])[] = [
    ['nullable', (v) => v.nullable(v.string())],
    ['loose object', (v) => v.looseObject({ kind: v.exactOptional(v.string()) })],
    ['literal', (v) => v.literal(Number.NaN)],
    ['integer', (v) => v.pipe(v.number(), v.integer(), v.maxValue(0))],
    ['array', (v) => v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(2))],
    ['transform', (v) => v.pipe(v.unknown(), v.transform(String), v.minLength(5))],
    ['list', (v) => v.object(v.entriesFromList(['kind', 'room'], v.string()))],
  ];

  it.each(CASES)('agrees with valibot on %s', (_, make) => {
    const real = make(valibot);
    // The functions of both are of the same names, and that is all that the compiler may know.
    const own = make(lean as unknown as Valibot);
    for (const junk of JUNK) {
      const { success, output, issues } = valibot.safeParse(real, junk);
      const found = lean.safeParse(own as unknown as Parameters<typeof lean.safeParse>[0], junk);
      const keys = issues?.[0].path?.map(({ key }) => key) ?? [];
      expect(found).toEqual(
        success
          ? { success, output }
          : { success, issues: [{ path: keys.map((key) => ({ key })) }] },
      );
    }
  });
});
