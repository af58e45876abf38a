import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sendRequest } from '../../testing/send-request.fixture.js';
import { CLI, ServerProcess } from '../../testing/server-process.fixture.js';

let directory: string;
let started: ServerProcess[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hallboard-watch-'));
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((process) => process.kill('SIGKILL')));
  rmSync(directory, { recursive: true, force: true });
});

function start(settings: Record<string, string>, ...command: string[]): ServerProcess {
  const process =
    command.length === 0 ? new ServerProcess(settings) : new ServerProcess(settings, command);
  started.push(process);
  return process;
}

const save = (text: string) => writeFileSync(join(directory, 'notices.csv'), text);
const status = () => readFileSync(join(directory, 'hallboard-status.txt'), 'utf8');

it('publishes a folder through kills, restarts and half-written files, and stops when told', async () => {
  const data = mkdtempSync(join(tmpdir(), 'hallboard-data-'));
  const server = start({ DATA_DIR: data });
  const key = await server.printed(/key: (hb_[0-9a-f]{64})\n/);
  const url = await server.url();
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await sendRequest(`${url}/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return JSON.parse(answer.text);
  };
  await ask('POST', '/schools', { id: 'north', name: 'N', zone: 'Europe/Madrid', locale: 'en-GB' });
  const shown = async () => {
    const { announcements } = await ask('GET', '/schools/north/content');
    return announcements.map(({ title }: { title: string }) => title);
  };
  const settings = { HALLBOARD_URL: url, HALLBOARD_KEY: key };
  const watch = () => start(settings, CLI, 'watch', 'north', directory, '--every', '1');

  const first = watch();
  await first.printed(/Watching/);
  save('title\nFair\n');
  await first.printed(/notices\.csv: published/);
  expect(await shown()).toEqual(['Fair']);

  // Killed with a change on its way: the next one publishes it.
  save('title\nPlay\n');
  await first.kill('SIGKILL');
  const second = watch();
  await second.printed(/notices\.csv: published/);
  expect(await shown()).toEqual(['Play']);

  // Half of a file, and whoever writes it has gone home.
  save('title,text\nSong,"We sing');
  await second.printed(/notices\.csv, row 2: a quotation mark is not closed/);
  await expect.poll(status).toContain('not published; screens keep what they had');
  expect(await shown()).toEqual(['Play']);
  await second.kill('SIGKILL');

  save('title,text\nSong,"We sing"\n');
  const third = watch();
  await third.printed(/notices\.csv: published/);
  expect(await shown()).toEqual(['Song']);

  expect(await third.kill('SIGTERM')).toBe(0);
  expect(third.output).toMatch(/\nStopped\.\n$/);
  await server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}, 60_000);
