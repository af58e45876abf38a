import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATHS } from '@hallboard/shared';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProgram } from './cli/program.js';
import { ManualClock } from './testing/manual-clock.fixture.js';
import { sendRequest } from './testing/send-request.fixture.js';
import { askAsDevice } from './testing/server-nodes.fixture.js';
import { ServerProcess } from './testing/server-process.fixture.js';

/** For several processes on a busy machine. */
const TIMEOUT_MS = 30_000;

/** A server on a data directory of its own, and the command line beside it. */
async function world() {
  const dataDir = mkdtempSync(join(tmpdir(), 'hallboard-backup-'));
  const started: ServerProcess[] = [];
  onTestFinished(async () => {
    await Promise.all(started.map((server) => server.kill('SIGKILL')));
    rmSync(dataDir, { recursive: true });
  });
  function start(): ServerProcess {
    const server = new ServerProcess({ DATA_DIR: dataDir });
    started.push(server);
    return server;
  }
  const first = start();
  const key = await first.printed(/key: (hb_[0-9a-f]{64})\n/);
  async function run(url: string, ...args: string[]): Promise<string> {
    const lines: string[] = [];
    const program = createProgram({
      clock: new ManualClock(),
      untilStopped: () => Promise.resolve(),
      env: { HALLBOARD_URL: url, HALLBOARD_KEY: key, DATA_DIR: dataDir },
      fetch,
      print: (line) => lines.push(line),
      readFile: () => Promise.reject(new Error('there is no file')),
      readBytes: () => Promise.reject(new Error('there is no file')),
    });
    await program.parseAsync(args, { from: 'user' });
    return lines.join('\n');
  }
  const admin = async (url: string, method: string, path: string, body?: unknown) => {
    const answer = await sendRequest(`${url}/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return JSON.parse(answer.text);
  };
  return { first, start, run, admin };
}

describe('a backup', () => {
  it(
    '[SRV-1] is written while the server runs, and brings school, screen and device back',
    async () => {
      const { first, start, run, admin } = await world();
      let url = await first.url();
      const school = { id: 'north', name: 'North', zone: 'Europe/Madrid', locale: 'en-GB' };
      await admin(url, 'POST', '/schools', school);
      const added = await admin(url, 'POST', '/schools/north/screens', { name: 'Hall' });
      const { token } = added;
      const snapshot = async () => {
        const answer = await askAsDevice(url + PATHS.snapshot, token, 'tv');
        return JSON.parse(answer.text);
      };
      const before = await snapshot();
      const said = await run(url, 'backup');
      const path = /^Backed up to (.+\.db) \(\d+ bytes\)/.exec(said)?.[1] ?? '';

      // What follows is lost, and its revision must never be taken for another's.
      const content = await admin(url, 'GET', '/schools/north/content');
      content.school.name = 'Lost';
      const lost = await admin(url, 'PUT', '/schools/north/content', content);
      await expect(run(url, 'restore', path)).rejects.toThrow('Nothing was restored');
      await first.kill('SIGKILL');
      expect(await run(url, 'restore', path)).toContain('Start the server');

      url = await start().url();
      const restored = await snapshot();
      expect(restored.school).toEqual(before.school);
      expect(restored.revision).not.toBe(lost.revision);
      // The device of before owns the screen still: no other gets it.
      expect((await askAsDevice(url + PATHS.snapshot, token, 'another')).status).toBe(403);
      await expect
        .poll(async () => (await snapshot()).revision.split('.')[0])
        .not.toBe(before.revision.split('.')[0]);
    },
    TIMEOUT_MS,
  );
});
