import { encodeSelfTest } from '@hallboard/shared';
import { expect, it } from 'vitest';
import { runCli } from '../testing/run-cli.fixture.js';

const CODE = encodeSelfTest({
  findings: {
    server: 'unreachable',
    path: 'untested',
    socket: 'untested',
    clock: 'untested',
    restart: 'cache',
    storage: 'database',
    space: 'ample',
    engine: 'aged',
    sound: 'muted',
    scripts: 'drawn',
  },
  engine: { family: 'chromium', version: 69 },
  clockAheadMin: 0,
  zoneAheadMin: 180,
  missing: ['wake-lock'],
});

const run = (code: string): Promise<string[]> => runCli({ env: {} }, ['self-test', code]);

it('says what a code for support means, without a server', async () => {
  const lines = await run(CODE);
  expect(lines).toContain('server       unreachable');
  expect(lines).toContain('restart      cache');
  expect(lines).toContain('engine       chromium 69');
  expect(lines).toContain('missing      wake-lock');
});

it('says what is wrong with a code', async () => {
  await expect(run('ABC')).rejects.toThrow('sixteen letters and digits');
});
