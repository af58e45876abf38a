import { PATHS } from '@hallboard/shared';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentInput } from '../../content/content.fixture.js';
import { PNG } from '../../testing/media-samples.fixture.js';
import type { TestAnswer, TestRequest } from '../../testing/send-request.fixture.js';
import { TestServer } from '../../testing/test-server.fixture.js';
import { createDisplayDocument } from './display-document.fixture.js';

const FILE = '../../../../../docs/display-api.openapi.json';
const BASE = '/api/display';
const TV = 'tv-1';

const described = createDisplayDocument();
const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(described, 'display');

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  token = await server.addSchool('hill', 'hall');
});

afterEach(() => server.close());

/** What the document says of an answer, through a reference if need be. */
function entryOf(method: string, path: string, status: number) {
  const { responses } = Object(described.paths)[path][method];
  const entry = responses[status];
  const shared = Object(described.components).responses;
  return entry?.$ref === undefined
    ? { entry, at: `/paths/${path.replaceAll('/', '~1')}/${method}/responses/${status}` }
    : { entry: shared[status], at: `/components/responses/${status}` };
}

/** The answer is one that the document has: its status, its headers and its body. */
function expectDescribed(method: string, path: string, status: number, answer: TestAnswer): void {
  expect(answer.status, answer.text).toBe(status);
  const { entry, at } = entryOf(method, path, status);
  expect(entry, `${method} ${path} ${status}`).toBeDefined();
  for (const name of Object.keys(entry.headers ?? {})) expect(answer.headers).toHaveProperty(name);
  if (entry.content?.['application/json'] === undefined) {
    expect(answer.headers['content-type'] ?? '').not.toContain('json');
    return;
  }
  const schema = `display#${at}/content/application~1json/schema`.replace('{', '%7B');
  const validate = ajv.compile({ $ref: schema.replace('}', '%7D') });
  validate(JSON.parse(answer.text));
  expect(validate.errors).toBeNull();
}

const ask = (path: string, request: TestRequest = {}, device = TV) =>
  server.screen(BASE + path, token, device, request);

describe("the description of the screens' API", () => {
  it('is valid OpenAPI 3.1, and has every address of the API', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(described));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const addresses = Object.values(PATHS).filter((path) => path.startsWith(BASE));
    const paths = Object.keys(Object(described.paths)).map((path) => path.replace('{hash}', ''));
    expect(paths.map((path) => BASE + path).sort()).toEqual([...addresses].sort());
  });

  it('[HTTP-1] [HTTP-2] is what refreshes are answered', async () => {
    const { file } = JSON.parse((await server.admin('POST', '/schools/hill/media', PNG)).text);
    const media = [{ id: 'm1', kind: 'image' as const, file, durationMs: 8000 }];
    await server.admin('PUT', '/schools/hill/content', contentInput({ media }));
    const tag = async (path: string) => {
      const answer = await ask(path);
      expectDescribed('get', path, 200, answer);
      return { headers: { 'if-none-match': String(answer.headers.etag) } };
    };
    expectDescribed('get', '/snapshot', 304, await ask('/snapshot', await tag('/snapshot')));
    expectDescribed('get', '/status', 304, await ask('/status', await tag('/status')));
  });

  it('[HTTP-5] is what refusals are', async () => {
    server.faults.down = true;
    expectDescribed('get', '/status', 503, await ask('/status'));
    server.faults.down = false;
    await ask('/status');
    const old = { headers: { 'x-display-schema': '0' } };
    expectDescribed('get', '/snapshot', 426, await ask('/snapshot', old));
    expectDescribed('get', '/snapshot', 403, await ask('/snapshot', {}, 'tv-2'));
    expectDescribed('get', '/snapshot', 400, await ask('/snapshot?want=none'));
    expectDescribed('get', '/status', 401, await server.get(`${BASE}/status`));
    const stranger = await server.screen(`${BASE}/status`, 'x'.repeat(43), TV);
    expectDescribed('get', '/status', 404, stranger);
    const hasty = await Promise.all(Array.from({ length: 6 }, () => ask('/status')));
    const [limited] = hasty.filter(({ status }) => status === 429);
    if (limited === undefined) throw new Error('six at once are too many');
    expectDescribed('get', '/status', 429, limited);
  });

  it('[HTTP-8] is what files and reports are answered', async () => {
    const { file } = JSON.parse((await server.admin('POST', '/schools/hill/media', PNG)).text);
    const media = (hash: string, headers = {}) => ask(`/media/${hash}`, { headers });
    expectDescribed('get', '/media/{hash}', 200, await media(file.hash));
    expectDescribed('get', '/media/{hash}', 206, await media(file.hash, { range: 'bytes=0-9' }));
    const held = { 'if-none-match': `"${file.hash}"` };
    expectDescribed('get', '/media/{hash}', 304, await media(file.hash, held));
    expectDescribed('get', '/media/{hash}', 416, await media(file.hash, { range: 'bytes=9999-' }));
    server.clock.advance(5000);
    expectDescribed('get', '/media/{hash}', 404, await media('0'.repeat(64)));
    const report = { revision: 'a.1', paintedAt: 1, clockOffsetMs: 0, skippedItems: 0, alerts: [] };
    const send = (body: string) => ask('/reports', { method: 'POST', body });
    expectDescribed('post', '/reports', 204, await send(JSON.stringify(report)));
    expectDescribed('post', '/reports', 400, await send('{}'));
    expectDescribed('post', '/reports', 413, await send(' '.repeat(20_000)));
  });

  it('[BIND-5] is what a device without a screen is answered', async () => {
    const pair = (method: string, secret = 's'.repeat(43)) =>
      server.get(`${BASE}/pairings`, { method, headers: { authorization: `Bearer ${secret}` } });
    expectDescribed('get', '/pairings', 404, await pair('GET'));
    const opened = await pair('POST');
    expectDescribed('post', '/pairings', 201, opened);
    expectDescribed('get', '/pairings', 200, await pair('GET'));
    expectDescribed('post', '/pairings', 401, await pair('POST', 'short'));
    const place = { school: 'hill', screen: 'hall' };
    await server.admin('POST', `/pairings/${JSON.parse(opened.text).code}`, place);
    const approved = await pair('GET');
    expectDescribed('get', '/pairings', 200, approved);
    token = JSON.parse(approved.text).token;
    expect((await ask('/status')).status).toBe(200);
    expectDescribed('post', '/pairings', 409, await pair('POST'));
  });

  // After a change: npx vitest run packages/server/src/display/openapi --update
  it('is the one that docs/ has', async () => {
    const text = `${JSON.stringify(described, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(FILE);
  });
});
