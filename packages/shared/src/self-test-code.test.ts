import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ENGINE_FAMILIES,
  ENGINE_FEATURES,
  SELF_TEST_FINDINGS,
  SELF_TEST_OUTCOMES,
  type SelfTestReport,
} from './self-test.js';
import { decodeSelfTest, encodeSelfTest } from './self-test-code.js';

const FINDINGS = Object.fromEntries(
  SELF_TEST_FINDINGS.map((finding) => [finding, fc.constantFrom(...SELF_TEST_OUTCOMES[finding])]),
);

const REPORTS = fc.record({
  findings: fc.record(FINDINGS),
  engine: fc.record({
    family: fc.constantFrom(...ENGINE_FAMILIES),
    version: fc.integer({ min: 0, max: 511 }),
  }),
  clockAheadMin: fc.integer({ min: -2047, max: 2047 }),
  zoneAheadMin: fc.integer({ min: -56, max: 56 }).map((quarters) => quarters * 15),
  missing: fc.subarray([...ENGINE_FEATURES]),
}) as fc.Arbitrary<SelfTestReport>;

describe('the code for support', () => {
  it('gives back every report', () => {
    fc.assert(
      fc.property(REPORTS, (report) => {
        const code = encodeSelfTest(report);
        expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(decodeSelfTest(code)).toEqual(report);
      }),
    );
  });

  it('notices any one character that was written down wrong', () => {
    const symbols = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(REPORTS, fc.nat(15), symbols, (report, index, symbol) => {
        const code = encodeSelfTest(report).replaceAll('-', '');
        fc.pre(code[index] !== symbol);
        const wrong = code.slice(0, index) + symbol + code.slice(index + 1);
        expect(decodeSelfTest(wrong)).toBe('mistyped');
      }),
    );
  });

  it('is read in any case, with or without dashes, and where O was written for 0', () => {
    const [report] = fc.sample(REPORTS, { seed: 1, numRuns: 1 });
    if (report === undefined) throw new Error('no report');
    const code = encodeSelfTest(report);
    const written = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect(decodeSelfTest(written.replaceAll('1', 'l'))).toEqual(report);
  });

  it.each(['', 'XYZ', '0000-0000-0000-000U', `${'0000-'.repeat(4)}0`])('refuses %j', (text) => {
    expect(decodeSelfTest(text)).toBe('malformed');
  });

  it('says that a code is of a newer version', () => {
    // Version 0, and so a check of 0.
    expect(decodeSelfTest('0000-0000-0000-0000')).toBe('unknown-version');
  });
});
