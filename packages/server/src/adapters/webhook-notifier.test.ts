import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../ports/notifier.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { createWebhookNotifier } from './webhook-notifier.js';

const NOTICE: Notice = {
  id: 'n1',
  kind: 'screens-silent',
  at: 5,
  screens: [{ school: 'north', screen: 'hall', name: 'Hall', since: 1 }],
};

let server: Server;
let url: string;
let status: number;
let received: { readonly headers: IncomingHttpHeaders; readonly body: string }[];

beforeEach(async () => {
  status = 204;
  received = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/hook?key=hush`;
});

afterEach(() => server.close());

const notifier = (secret?: string) =>
  createWebhookNotifier({ url, secret, clock: new ManualClock() });

describe('createWebhookNotifier', () => {
  it('[OBS-4] posts the message as JSON, signed with the secret', async () => {
    await notifier('s3cret').send(NOTICE);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toEqual(NOTICE);
    expect(headers['x-hallboard-delivery']).toBe('n1');
    const signed = `${headers['x-hallboard-timestamp']}.${body}`;
    const signature = createHmac('sha256', 's3cret').update(signed).digest('hex');
    expect(headers['x-hallboard-signature']).toBe(`sha256=${signature}`);
  });

  it('signs nothing without a secret', async () => {
    await notifier().send(NOTICE);
    expect(received[0]?.headers).not.toHaveProperty('x-hallboard-signature');
  });

  it('rejects what was not taken, and names no address', async () => {
    status = 500;
    await expect(notifier().send(NOTICE)).rejects.toThrow('did not take it: 500');
    status = 302;
    await expect(notifier().send(NOTICE)).rejects.toThrow('did not take it: 302');
    expect(received).toHaveLength(2);
    server.close();
    const error: unknown = await notifier()
      .send(NOTICE)
      .catch((reason: unknown) => reason);
    expect(String(error)).toContain('did not take it');
    expect(String(error)).not.toContain('hush');
  });
});
