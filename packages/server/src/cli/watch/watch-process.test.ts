import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { RedisServer } from '../../testing/redis-server.fixture.js';
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

/** Asks as an administrator, of the server that is at `url` by then. */
function asAdmin(url: () => string, key: string) {
  return async (method: string, path: string, body?: unknown) => {
    const answer = await sendRequest(`${url()}/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return JSON.parse(answer.text);
  };
}

const save = (text: string, name = 'notices.csv') => writeFileSync(join(directory, name), text);
const status = () => readFileSync(join(directory, 'hallboard-status.txt'), 'utf8');

it('publishes a folder through kills, restarts and half-written files, and stops when told', async () => {
  const data = mkdtempSync(join(tmpdir(), 'hallboard-data-'));
  const server = start({ DATA_DIR: data });
  const key = await server.printed(/key: (hb_[0-9a-f]{64})\n/);
  const url = await server.url();
  const ask = asAdmin(() => url, key);
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

async function startRedis(): Promise<Record<string, string>> {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.dispose());
  return { REDIS_URL: redis.url };
}

describe.each([
  ['the embedded store', async () => ({})],
  ['Redis', startRedis],
] as const)('on %s', (_, startStore) => {
  it('takes back what files have no more, also after restarts of both, and nothing else', async () => {
    const data = mkdtempSync(join(tmpdir(), 'hallboard-data-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const settings = { DATA_DIR: data, ...(await startStore()) };
    let server = start(settings);
    const key = await server.printed(/key: (hb_[0-9a-f]{64})\n/);
    let url = await server.url();
    const ask = asAdmin(() => url, key);
    await ask('POST', '/schools', {
      id: 'north',
      name: 'N',
      zone: 'Europe/Madrid',
      locale: 'en-GB',
    });
    await ask('POST', '/schools/north/announcements', { title: 'By hand' });
    await ask('PUT', '/schools/north/day-plans/2036-12-18', { title: 'By hand' });
    const shown = async () => {
      const { announcements, dayPlans = [] } = await ask('GET', '/schools/north/content');
      return {
        notices: announcements.map(({ title }: { title: string }) => title),
        days: dayPlans.map(({ title }: { title: string }) => title),
      };
    };
    const watch = () => {
      const command = ['watch', 'north', directory, '--every', '1'];
      return start({ HALLBOARD_URL: url, HALLBOARD_KEY: key }, CLI, ...command);
    };

    save('title\nFair\nPlay\n');
    save('title\nSong\n', 'more notices.csv');
    save('date,title\n2036-12-18,Closing\n2036-12-19,Games\n', 'dayplans.csv');
    const first = watch();
    await first.printed(/more notices\.csv: published/);
    await first.printed(/dayplans\.csv: published/);
    expect((await shown()).notices.sort()).toEqual(['By hand', 'Fair', 'Play', 'Song']);

    // A row less, while nobody watches and the server starts anew.
    await first.kill('SIGKILL');
    await server.kill('SIGTERM');
    save('title\nFair\n');
    save('date,title\n2036-12-18,Closing\n', 'dayplans.csv');
    server = start(settings);
    url = await server.url();
    const second = watch();
    await second.printed(/[^e] notices\.csv: published/);
    await second.printed(/dayplans\.csv: published/);
    expect((await shown()).notices.sort()).toEqual(['By hand', 'Fair', 'Song']);
    expect((await shown()).days.sort()).toEqual(['By hand', 'Closing']);

    // The files themselves, one while it is watched and one while it is not.
    rmSync(join(directory, 'notices.csv'));
    await second.printed(/[^e] notices\.csv: was removed; what it gave is taken back/);
    expect((await shown()).notices.sort()).toEqual(['By hand', 'Song']);
    await second.kill('SIGTERM');
    rmSync(join(directory, 'dayplans.csv'));
    const third = watch();
    await third.printed(/dayplans\.csv: was removed; what it gave is taken back/);
    expect(await shown()).toEqual({ notices: ['By hand', 'Song'], days: ['By hand'] });
    await third.kill('SIGTERM');
    await server.kill('SIGTERM');
  }, 90_000);
});
