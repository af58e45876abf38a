import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from './config.js';
import { contentInput } from './content/content.fixture.js';
import { createNotifiers } from './start/create-notifiers.js';
import { ManualClock } from './testing/manual-clock.fixture.js';
import { TestServer } from './testing/test-server.fixture.js';

let receiver: Server;
let url: string;
let received: ReturnType<typeof JSON.parse>[];

beforeEach(async () => {
  received = [];
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/hook`;
});

afterEach(() => receiver.close());

it('[OBS-4] a server tells its webhook of a screen that fell silent, and of its return', async () => {
  const config = readConfig({ NOTIFY_WEBHOOK_URL: url });
  const notifiers = createNotifiers(config, new ManualClock());
  const server = await TestServer.start(config, notifiers);
  const token = await server.addSchool('north', 'hall');
  const slots = [{ key: 'p1', label: 'Lesson 1', start: '00:01', end: '23:59' }];
  const content = contentInput({
    divisions: [
      {
        id: 'main',
        name: 'Main school',
        schedules: [{ id: 'long', slots }],
        week: { mon: 'long', tue: 'long', wed: 'long', thu: 'long', fri: 'long' },
      },
    ],
    cover: [],
    timetable: {},
    media: [],
  });
  expect((await server.admin('PUT', '/schools/north/content', content)).status).toBe(200);
  expect((await server.screen('/api/display/status', token, 'tv')).status).toBe(200);

  const minutesUntil = (count: number) =>
    vi.waitFor(
      () => {
        server.clock.advance(60_000);
        expect(received).toHaveLength(count);
      },
      { interval: 20, timeout: 20_000 },
    );
  await minutesUntil(1);
  expect(received[0]).toMatchObject({
    kind: 'screens-silent',
    screens: [{ school: 'north', screen: 'hall', name: 'hall' }],
  });
  expect((await server.screen('/api/display/status', token, 'tv')).status).toBe(200);
  await minutesUntil(2);
  expect(received[1]).toMatchObject({ kind: 'screens-recovered', screens: [{ screen: 'hall' }] });
  expect(server.log.join('')).not.toContain(url);
  await server.close();
});
