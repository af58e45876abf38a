import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';
import { readPlaywrightReport } from './playwright-report.mjs';
import { judge, readReport } from './report-suite.mjs';
import { readVitestReport } from './vitest-report.mjs';

const ended = { ok: true, output: 'log', ending: 'ended with code 0' };
const crashed = { ok: false, output: 'log', ending: 'was ended by SIGKILL' };

describe('readVitestReport', () => {
  it('reads titles and states; what is neither passed nor failed was skipped', () => {
    const tests = readVitestReport({
      testResults: [
        {
          name: join(ROOT, 'a.test.ts'),
          status: 'failed',
          assertionResults: [
            { fullName: 'a works', status: 'passed', meta: { notes: ['in 5 ms'] } },
            { fullName: 'a breaks', status: 'failed' },
            { fullName: 'a waits', status: 'todo' },
          ],
        },
      ],
    });
    const file = 'a.test.ts';
    expect(tests).toEqual([
      { title: 'a works', file, status: 'passed', notes: ['in 5 ms'] },
      { title: 'a breaks', file, status: 'failed' },
      { title: 'a waits', file, status: 'skipped' },
    ]);
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      testResults: [{ name: '/b.test.ts', status: 'failed', assertionResults: [] }],
    };
    expect(readVitestReport(report)).toEqual([{ title: '/b.test.ts', status: 'failed' }]);
  });
});

describe('readPlaywrightReport', () => {
  it('joins the titles, and takes flaky for failed', () => {
    const tests = readPlaywrightReport({
      suites: [
        {
          title: 'boot.spec.ts',
          suites: [
            {
              title: 'power cut',
              specs: [
                {
                  title: 'paints',
                  file: 'specs/boot.spec.ts',
                  tests: [
                    {
                      status: 'expected',
                      annotations: [{ type: 'measured', description: 'painted in 900 ms' }],
                    },
                  ],
                },
                { title: 'moves on', tests: [{ status: 'flaky' }] },
                { title: 'rests', tests: [{ status: 'skipped' }] },
              ],
            },
          ],
        },
      ],
      errors: [{ message: 'cannot load' }],
    });
    expect(tests).toEqual([
      {
        title: 'boot.spec.ts power cut paints',
        file: 'e2e/specs/boot.spec.ts',
        status: 'passed',
        notes: ['painted in 900 ms'],
      },
      { title: 'boot.spec.ts power cut moves on', status: 'failed', notes: [] },
      { title: 'boot.spec.ts power cut rests', status: 'skipped', notes: [] },
      { title: 'cannot load', status: 'failed' },
    ]);
  });
});

describe('a report that is none', () => {
  it.each([
    [readVitestReport, [], 'the report is no object'],
    [
      readVitestReport,
      { testResults: [{ name: 'a', assertionResults: [7] }] },
      'a test is no object',
    ],
    [readPlaywrightReport, { suites: {} }, 'suites is no list'],
    [readPlaywrightReport, { suites: [{ title: 7 }] }, 'the title of a suite is no text'],
  ])('is refused by %o for what is not there', (read, report, message) => {
    expect(() => read(report)).toThrow(message);
  });

  it('has failed, and says so', () => {
    const source = { report: join(ROOT, 'package.json'), read: readVitestReport };
    expect(readReport(source)).toEqual([
      { title: expect.stringContaining('testResults is no list'), status: 'failed' },
    ]);
  });
});

describe('judge', () => {
  /** @type {import('./report-suite.mjs').TestRun[]} */
  const passed = [{ title: 'a', status: 'passed' }];

  it('is content with passed tests and a runner that came through', () => {
    expect(judge(ended, passed)).toMatchObject({ passed: 1, failed: 0, skipped: 0, output: '' });
  });

  it('fails a runner that crashed after every test passed', () => {
    const result = judge(crashed, passed);
    expect(result).toMatchObject({ passed: 1, failed: 1 });
    expect(result.output).toContain('was ended by SIGKILL');
  });

  it('fails a runner that left no report, and one that ran nothing', () => {
    expect(judge(crashed, [])).toMatchObject({ passed: 0, failed: 1 });
    expect(judge(ended, [])).toMatchObject({ passed: 0, failed: 1 });
    expect(judge(ended, [{ title: 'a', status: 'skipped' }])).toMatchObject({ failed: 1 });
  });

  it('does not count a failed test twice', () => {
    expect(judge(crashed, [{ title: 'a', status: 'failed' }]).failed).toBe(1);
  });
});
