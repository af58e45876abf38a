import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../ports/notifier.js';
import { createMailNotifier } from './mail-notifier.js';

const NOTICE: Notice = {
  id: 'n1',
  kind: 'screens-silent',
  at: 5,
  screens: [
    { school: 'north', screen: 'hall', name: 'Hall', since: 0 },
    { school: 'north', screen: 'gym', name: 'Gym', since: 60_000 },
  ],
};

let server: SMTPServer;
let mails: string[];
let isRefusing: boolean;

beforeEach(async () => {
  mails = [];
  isRefusing = false;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'));
        done(isRefusing ? new Error('the user hallboard:hush is over quota') : null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

function notifier() {
  const { port } = server.server.address() as AddressInfo;
  const url = `smtp://127.0.0.1:${port}`;
  return createMailNotifier({ url, from: 'hallboard@example.org', to: 'it@example.org' });
}

describe('createMailNotifier', () => {
  it('[OBS-4] mails one message that names every screen', async () => {
    await notifier().send(NOTICE);
    await notifier().send({ ...NOTICE, kind: 'screens-recovered' });
    expect(mails).toHaveLength(2);
    expect(mails[0]).toMatch(/^Subject: Hallboard: 2 screens silent\r$/m);
    expect(mails[0]).toMatch(/^To: it@example.org\r$/m);
    expect(mails[0]).toContain('north/hall (Hall)');
    expect(mails[0]).toContain('north/gym (Gym)');
    expect(mails[1]).toContain('2 screens back');
  });

  it('rejects what was not taken, without what the mail server said', async () => {
    isRefusing = true;
    const error: unknown = await notifier()
      .send(NOTICE)
      .catch((reason: unknown) => reason);
    expect(String(error)).toContain('the mail server did not take it');
    expect(String(error)).not.toContain('hush');
  });
});
