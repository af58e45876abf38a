import { once } from 'node:events';
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../logging/logger.js';
import { openMediaDirectory } from '../media/directory/media-directory.js';
import type { MediaFiles } from '../media/media-files.js';
import { createToken } from '../screens/token.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { DisplayServer } from '../testing/display-server.fixture.js';
import { hashOf, inPieces, picture } from '../testing/media-samples.fixture.js';
import type { TestRequest } from '../testing/send-request.fixture.js';
import { type TestScreen, World } from '../testing/world.fixture.js';

const TV = 'tv-1';
const FILE = picture(1000);
/** More than a socket takes at once. */
const LARGE = picture(20_000_000, 'large');
const ORIGIN = 'https://intranet.example.org';

let directory: string;
let media: MediaFiles;
let world: World;
let server: DisplayServer;
let hall: TestScreen;
let gym: TestScreen;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'hallboard-display-media-'));
  world = await World.open();
  media = await openMediaDirectory({ directory, random: world.random });
  await world.addSchool('north');
  await world.addSchool('south');
  hall = await world.addScreen('north', 'hall');
  gym = await world.addScreen('south', 'gym');
  server = await DisplayServer.start(world, { media, corsOrigins: [ORIGIN] });
  await put(FILE, 'north');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
  await world.close();
  rmSync(directory, { recursive: true });
});

const put = (content: Buffer, schoolId: string) =>
  media.put({
    schoolId,
    mimeType: 'image/png',
    maxSchoolBytes: 100_000_000,
    content: inPieces(content, 1_000_000),
  });

const path = (content = FILE) => PATHS.media + hashOf(content);

async function ask(request: TestRequest = {}, screen = hall, at = path()) {
  // The bucket is not what these tests are about.
  await world.advance(4000);
  return server.ask(at, screen.token, `tv-of-${screen.id}`, request);
}

describe('GET media [HTTP-8]', () => {
  it('gives the file, for good', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.body.equals(FILE)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': '1000',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${hashOf(FILE)}"`,
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      vary: 'Authorization',
    });
    expect(answer.headers).not.toHaveProperty('x-revision');
    expect((await ask({}, hall, `${path()}?v=1`)).status).toBe(200);
  });

  it('says the same of it to HEAD, without the file', async () => {
    const whole = await ask();
    const answer = await ask({ method: 'HEAD', headers: { range: 'bytes=0-9' } });
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    const { date: _, ...headers } = whole.headers;
    expect(answer.headers).toMatchObject(headers);
  });

  it('says that nothing is new to who holds it', async () => {
    const tag = `"${hashOf(FILE)}"`;
    const held = await ask({ headers: { 'if-none-match': tag, range: 'bytes=0-1' } });
    expect([held.status, held.body.length, held.headers.etag]).toEqual([304, 0, tag]);
    expect(held.headers['cache-control']).toContain('immutable');
    expect((await ask({ headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it.each([
    ['bytes=0-9', 0, 9],
    ['bytes=990-', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=500-5000', 500, 999],
  ])('gives the part %s', async (range, start, end) => {
    const answer = await ask({ headers: { range } });
    expect(answer.status).toBe(206);
    expect(answer.body.equals(FILE.subarray(start, end + 1))).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-range': `bytes ${start}-${end}/1000`,
      'content-length': String(end - start + 1),
    });
  });

  it('gives all of it for several parts, or for parts of another file', async () => {
    const several = await ask({ headers: { range: 'bytes=0-1,5-6' } });
    expect([several.status, several.body.length]).toEqual([200, 1000]);
    const other = await ask({ headers: { range: 'bytes=0-1', 'if-range': '"other"' } });
    expect(other.status).toBe(200);
    const same = await ask({ headers: { range: 'bytes=0-1', 'if-range': `"${hashOf(FILE)}"` } });
    expect(same.status).toBe(206);
  });

  it('refuses a part that there is not, with the size', async () => {
    const answer = await ask({ headers: { range: 'bytes=1000-' } });
    expect([answer.status, answer.headers['content-range']]).toEqual([416, 'bytes */1000']);
    expect(JSON.parse(answer.text).error).toBe('range_not_satisfiable');
  });

  it('lets pages of an allowed origin read it, and ask for parts', async () => {
    const answer = await ask({ headers: { origin: ORIGIN } });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-expose-headers': expect.stringContaining('content-range'),
      vary: 'Authorization, Origin',
    });
    const preflight = await ask({ method: 'OPTIONS', headers: { origin: ORIGIN } });
    expect(preflight.headers['access-control-allow-headers']).toContain('range');
  });
});

describe('whose files a screen gets [P-8]', () => {
  it('its own school’s, and the same bytes for all others', async () => {
    await put(LARGE, 'south');
    const foreign = await ask({}, hall, path(LARGE));
    const unknown = await ask({}, hall, PATHS.media + 'f'.repeat(64));
    for (const answer of [foreign, unknown, await ask({}, gym)]) {
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.text).error).toBe('not_found');
      expect(answer.body.equals(unknown.body)).toBe(true);
      expect(Object.keys(answer.headers)).toEqual(Object.keys(unknown.headers));
    }
    await put(FILE, 'south');
    expect((await ask({}, gym)).status).toBe(200);
  });

  it.each(['', `${'a'.repeat(64)}/`, 'A'.repeat(64), '%2e%2e%2f'])(
    'none for the address %j',
    async (hash) => {
      expect((await ask({}, hall, PATHS.media + hash)).status).toBe(404);
    },
  );

  it('none for a token that is revoked, unknown or malformed, nor for another device', async () => {
    expect((await ask()).status).toBe(200);
    await world.advance(4000);
    const stranger = await server.ask(path(), hall.token, TV);
    expect([stranger.status, JSON.parse(stranger.text).error]).toEqual([403, 'screen_bound']);
    await world.revokeScreen('hall');
    await world.settle();
    for (const token of [hall.token, createToken(world.random), 'nonsense']) {
      const answer = await ask({}, { ...hall, token });
      expect([answer.status, JSON.parse(answer.text).error]).toEqual([404, 'unknown_screen']);
    }
  });
});

describe('sending a file', () => {
  /** Descriptors of this process that are open on files of the directory. */
  const openFiles = (): string[] =>
    readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(directory) ? [fd] : [];
      } catch (error) {
        // It was that of the listing itself.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      }
    });
  const until = (count: number) =>
    vi.waitFor(() => expect(openFiles()).toHaveLength(count), { timeout: 20_000, interval: 5 });

  /** Asks for the large file and reads no more than its beginning. */
  async function askAndStall() {
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const credentials = `authorization: Bearer ${hall.token}\r\nx-display-device: ${TV}\r\n`;
    socket.write(`GET ${path(LARGE)} HTTP/1.1\r\nhost: x\r\n${credentials}\r\n`);
    await once(socket, 'data');
    return socket.pause();
  }

  it.runIf(process.platform === 'linux')('lets it go when the screen goes away', async () => {
    await put(LARGE, 'north');
    const warn = vi.spyOn(silentLogger, 'warn');
    const socket = await askAndStall();
    await until(1);
    socket.destroy();
    await until(0);
    expect(warn).not.toHaveBeenCalled();
  });

  it.runIf(process.platform === 'linux')('lets it go when the screen reads no more', async () => {
    await put(LARGE, 'north');
    const socket = await askAndStall();
    await until(1);
    world.clock.advance(1_800_000);
    await until(0);
    socket.destroy();
  });

  it('ends the connection where the file cannot be read on, and says so in the log', async () => {
    const warn = vi.spyOn(silentLogger, 'warn');
    async function* failing(): AsyncGenerator<Buffer> {
      yield FILE.subarray(0, 10);
      throw new StoreUnavailableError('the disk is gone');
    }
    vi.spyOn(media, 'open').mockResolvedValue(Readable.from(failing()));
    await expect(ask()).rejects.toThrow('aborted');
    const said = { reason: 'the disk is gone' };
    expect(warn.mock.calls).toEqual([['A file could not be sent', said]]);
  });

  it('answers 503 where the files cannot be reached, never 404 [HTTP-5]', async () => {
    vi.spyOn(media, 'find').mockRejectedValue(new StoreUnavailableError('down'));
    const answer = await ask();
    expect([answer.status, JSON.parse(answer.text).error]).toEqual([503, 'unavailable']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});
