import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATHS } from '@hallboard/shared';
import { createClient } from 'redis';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { hashOf, PNG, picture, video } from './testing/media-samples.fixture.js';
import { RedisServer } from './testing/redis-server.fixture.js';
import { sendRequest, type TestAnswer } from './testing/send-request.fixture.js';
import { ServerProcess } from './testing/server-process.fixture.js';

const MEDIA = '/api/admin/schools/north/media';
const HALF = 1_000_000;
/** For several processes on a busy machine. */
const TIMEOUT_MS = 120_000;
const SOON = { timeout: TIMEOUT_MS, interval: 5 };

function temporary(): string {
  const directory = mkdtempSync(join(tmpdir(), 'hallboard-uploads-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A server process that ends with its test. */
function start(settings: Readonly<Record<string, string>>): ServerProcess {
  const server = new ServerProcess(settings);
  onTestFinished(async () => void (await server.kill('SIGKILL')));
  return server;
}

const firstKey = (server: ServerProcess) => server.printed(/key: (hb_[0-9a-f]{64})\n/);

/** An administrator of one node. */
function administrator(url: string, key: string) {
  const headers = { authorization: `Bearer ${key}` };
  const send = (method: string, path: string, body?: string | Buffer): Promise<TestAnswer> =>
    sendRequest(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  return {
    send,
    upload: (content: Buffer) => send('POST', MEDIA, content),
    async list(): Promise<{ hash: string }[]> {
      return JSON.parse((await send('GET', MEDIA)).text).files;
    },
    /** Makes a school with a screen. @returns the screen's token. */
    async addSchool(): Promise<string> {
      const school = { id: 'north', name: 'North', zone: 'Europe/Madrid', locale: 'en-GB' };
      await send('POST', '/api/admin/schools', JSON.stringify(school));
      const screen = JSON.stringify({ id: 'hall', name: 'Hall' });
      const added = await send('POST', '/api/admin/schools/north/screens', screen);
      return JSON.parse(added.text).token;
    },
    /** Begins an upload and sends half of it. */
    beginUpload(content: Buffer): Socket {
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname);
      // The server ends it by dying.
      socket.on('error', () => undefined);
      socket.write(
        `POST ${MEDIA} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\n` +
          `content-length: ${content.length}\r\n\r\n`,
      );
      socket.write(content.subarray(0, HALF));
      return socket;
    },
  };
}

const askForFile = (url: string, token: string, content: Buffer) =>
  sendRequest(url + PATHS.media + hashOf(content), {
    headers: { authorization: `Bearer ${token}`, 'x-display-device': 'tv-1' },
  });

describe('uploads to real processes', { timeout: TIMEOUT_MS }, () => {
  it('[SRV-5] keep what was acknowledged, and nothing of what kill -9 cuts off', async () => {
    const dataDir = temporary();
    const uploads = join(dataDir, 'media', '.uploads');
    const first = start({ DATA_DIR: dataDir });
    const key = await firstKey(first);
    const admin = administrator(await first.url(), key);
    const token = await admin.addSchool();
    expect((await admin.upload(PNG)).status).toBe(201);

    const cutOff = video(2 * HALF);
    admin.beginUpload(cutOff);
    const written = () => readdirSync(uploads).map((name) => statSync(join(uploads, name)).size);
    await vi.waitFor(() => expect(written()[0]).toBeGreaterThan(HALF / 2), SOON);
    await first.kill('SIGKILL');
    expect(readdirSync(uploads)).toHaveLength(1);

    const second = start({ DATA_DIR: dataDir });
    const url = await second.url();
    const again = administrator(url, key);
    expect(readdirSync(uploads)).toEqual([]);
    expect((await again.list()).map(({ hash }) => hash)).toEqual([hashOf(PNG)]);
    expect((await askForFile(url, token, PNG)).body.equals(PNG)).toBe(true);
    expect((await askForFile(url, token, cutOff)).status).toBe(404);
    expect((await again.upload(cutOff)).status).toBe(201);
    expect((await askForFile(url, token, cutOff)).body.equals(cutOff)).toBe(true);
  });

  it('are answered also where they are refused while they are sent', async () => {
    const server = start({ DATA_DIR: temporary(), MEDIA_MAX_IMAGE_MB: '1' });
    const [url, key] = [await server.url(), await firstKey(server)];
    const admin = administrator(url, key);
    const huge = picture(30 * HALF);
    expect((await admin.upload(huge)).status).toBe(404);
    await admin.addSchool();
    // Over a connection of its own, and over one that is kept.
    const answer = await admin.upload(huge);
    expect([answer.status, JSON.parse(answer.text).error]).toEqual([413, 'too_large']);
    const headers = { authorization: `Bearer ${key}` };
    const kept = await fetch(url + MEDIA, { method: 'POST', headers, body: new Uint8Array(huge) });
    expect([kept.status, (await kept.json()).error]).toEqual([413, 'too_large']);
  });

  it('[SRV-1] go to one node, and are served by another after the first was killed', async () => {
    const redis = await RedisServer.start();
    onTestFinished(() => redis.dispose());
    const settings = { REDIS_URL: redis.url, REDIS_DEADLINE_MS: '5000' };
    const dataDir = temporary();
    const first = start({ DATA_DIR: dataDir, ...settings });
    const key = await firstKey(first);
    const second = start({ DATA_DIR: temporary(), ...settings });
    const admin = administrator(await first.url(), key);
    const token = await admin.addSchool();
    const whole = picture(3 * HALF, 'whole');
    expect((await admin.upload(whole)).status).toBe(201);

    const client = createClient({ url: redis.url });
    await client.connect();
    const uploads = () => client.keys('*:upload:*');
    admin.beginUpload(video(2 * HALF, 'cut off'));
    await vi.waitFor(async () => expect(await uploads()).toHaveLength(1), SOON);
    await first.kill('SIGKILL');
    const [left = ''] = await uploads();
    expect(await client.pTTL(left)).toBeGreaterThan(0);
    client.destroy();

    const url = await second.url();
    const other = administrator(url, key);
    expect((await other.list()).map(({ hash }) => hash)).toEqual([hashOf(whole)]);
    const answer = await askForFile(url, token, whole);
    expect([answer.status, answer.body.equals(whole)]).toEqual([200, true]);
    expect(existsSync(join(dataDir, 'media'))).toBe(false);
  });
});
