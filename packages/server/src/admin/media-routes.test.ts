import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  hashOf,
  PNG,
  picture,
  SAMPLES,
  video,
  videoFile,
} from '../testing/media-samples.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

const MEDIA = '/schools/north/media';
const PICTURE = { hash: hashOf(PNG), mimeType: 'image/png', bytes: PNG.length };
const KEPT = { file: PICTURE, received: PICTURE.hash, changes: [] };

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start({
    mediaMaxImageBytes: 5000,
    mediaMaxVideoBytes: 9000,
    mediaMaxSchoolBytes: 12_000,
  });
  await server.addSchool('north', 'hall');
  await server.addSchool('south', 'gym');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const said = (answer: TestAnswer): unknown[] => [answer.status, json(answer).error];
const upload = (content: Buffer, headers: Record<string, string> = {}, path = MEDIA) =>
  server.admin('POST', path, content, headers);
const leftovers = () => readdirSync(join(server.mediaDir, '.uploads'));

const untilUnderWay = (count: number) =>
  vi.waitFor(() => expect(leftovers()).toHaveLength(count), { timeout: 20_000, interval: 5 });

/** Sends a part of a video: a picture is not kept before it is whole. */
function beginUpload(): Socket {
  const { port, hostname } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /api/admin${MEDIA} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${server.adminKey}\r\n` +
      'content-length: 8000\r\n\r\n',
  );
  socket.write(video(8000).subarray(0, 2000));
  return socket;
}

/** Publishes the school's content with these changes. */
async function publish(change: object): Promise<TestAnswer> {
  const content = json(await server.admin('GET', '/schools/north/content'));
  return server.admin('PUT', '/schools/north/content', { ...content, ...change });
}

const shown = (file = PICTURE) => ({
  media: [{ id: 'm1', kind: 'image', file, durationMs: 8000 }],
});

describe('an upload', () => {
  it('is kept under its hash, whatever it calls itself, and again without a change', async () => {
    const first = await upload(PNG, { 'content-type': 'text/html' });
    expect([first.status, json(first)]).toEqual([201, KEPT]);
    const again = await upload(PNG, { 'content-type': 'video/mp4' });
    expect([again.status, json(again)]).toEqual([200, KEPT]);
    const listed = json(await server.admin('GET', MEDIA));
    expect(listed).toEqual({ files: [{ ...PICTURE, used: false }] });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 400, 'invalid_request', 'empty'],
    ['SVG', SAMPLES.svg, 415, 'unsupported_media', 'scripts'],
    ['HEIC', SAMPLES.heic, 415, 'unsupported_media', 'HEIC'],
    ['HTML', SAMPLES.html, 415, 'unsupported_media', 'none of PNG'],
    ['a PNG that is cut off early', PNG.subarray(0, 12), 415, 'unsupported_media', 'none of PNG'],
    [
      'a picture that is too large',
      picture(5001),
      413,
      'too_large',
      'image/png, has more than 5000 bytes',
    ],
    ['a damaged picture', PNG.subarray(0, 50), 415, 'unsupported_media', 'damaged'],
    ['H.265', videoFile('hevc.mp4'), 415, 'unsupported_media', 'H.265'],
    [
      'what is larger than any',
      picture(1_000_000),
      413,
      'too_large',
      'image/png, has more than 5000 bytes',
    ],
  ])('of %s is refused, with the reason', async (_, content, status, error, reason) => {
    const answer = await upload(content, { 'content-type': 'image/png' });
    expect(said(answer)).toEqual([status, error]);
    expect(json(answer).message).toContain(reason);
    expect(json(await server.admin('GET', MEDIA)).files).toEqual([]);
    expect(leftovers()).toEqual([]);
  });

  it('that is encoded is refused, since its hash would be another', async () => {
    const answer = await upload(PNG, { 'content-encoding': 'gzip' });
    expect(said(answer)).toEqual([415, 'unsupported_media']);
  });

  it('is refused where the school has no more room', async () => {
    for (const seed of ['a', 'b']) {
      expect((await upload(picture(5000, seed))).status).toBe(201);
    }
    expect(said(await upload(picture(2001, 'c')))).toEqual([507, 'no_room']);
    const elsewhere = await upload(picture(2001, 'c'), {}, '/schools/south/media');
    expect(elsewhere.status).toBe(201);
  });

  it('that its sender gives up half-way leaves nothing', async () => {
    const socket = beginUpload();
    await untilUnderWay(1);
    socket.destroy();
    await untilUnderWay(0);
    expect(json(await server.admin('GET', MEDIA)).files).toEqual([]);
    expect(server.log.filter((line) => line.includes('A request failed'))).toEqual([]);
  });

  it('is put off while there are many', async () => {
    const sockets = Array.from({ length: 8 }, beginUpload);
    await untilUnderWay(8);
    const answer = await upload(PNG);
    expect(said(answer)).toEqual([503, 'unavailable']);
    expect(answer.headers['retry-after']).toBe('5');
    for (const socket of sockets) socket.destroy();
    await untilUnderWay(0);
    expect((await upload(PNG)).status).toBe(201);
  });

  it('needs an administrator, and a school', async () => {
    const anonymous = await server.get(`/api/admin${MEDIA}`, { method: 'POST', body: PNG });
    expect(said(anonymous)).toEqual([401, 'token_required']);
    for (const path of ['/schools/west/media', '/schools/..%2Fnorth/media']) {
      expect(said(await upload(PNG, {}, path))).toEqual([404, 'not_found']);
      expect(said(await server.admin('GET', path))).toEqual([404, 'not_found']);
    }
    expect(said(await server.admin('PUT', MEDIA, PNG))).toEqual([405, 'method_not_allowed']);
  });
});

describe('a publish', () => {
  it('refers to files that the school has', async () => {
    await upload(PNG);
    expect((await publish(shown())).status).toBe(200);
    const listed = json(await server.admin('GET', MEDIA));
    expect(listed).toEqual({ files: [{ ...PICTURE, used: true }] });
  });

  it('[P-8] is refused where only another school has them, naming the field', async () => {
    await upload(PNG, {}, '/schools/south/media');
    const answer = await publish(shown());
    expect(said(answer)).toEqual([400, 'invalid_content']);
    expect(json(answer).violations).toEqual([
      { path: 'media[0].file.hash', message: 'the school has no such file; upload it first' },
    ]);
  });
});

describe('a file', () => {
  const path = `${MEDIA}/${PICTURE.hash}`;

  it('is removed once the newest publish does not refer to it', async () => {
    await upload(PNG);
    await publish(shown());
    expect(said(await server.admin('DELETE', path))).toEqual([409, 'conflict']);
    await publish({ media: [] });
    const removed = await server.admin('DELETE', path);
    expect([removed.status, json(removed)]).toEqual([200, { hash: PICTURE.hash }]);
    expect(said(await server.admin('DELETE', path))).toEqual([404, 'not_found']);
    expect(json(await server.admin('GET', MEDIA)).files).toEqual([]);
  });

  it('[P-8] of another school is not there to remove', async () => {
    await upload(PNG, {}, '/schools/south/media');
    expect(said(await server.admin('DELETE', path))).toEqual([404, 'not_found']);
    expect(json(await server.admin('GET', '/schools/south/media')).files).toHaveLength(1);
  });
});
