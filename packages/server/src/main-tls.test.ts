import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { makeCertificate, type TestCertificate } from './testing/certificate.fixture.js';
import { sendRequest } from './testing/send-request.fixture.js';
import { ServerProcess } from './testing/server-process.fixture.js';

/** For a process on a busy machine. */
const TIMEOUT_MS = 60_000;

let directory: string;
let server: ServerProcess;
let certificates: { readonly first: TestCertificate; readonly second: TestCertificate };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hallboard-tls-'));
  certificates = {
    first: makeCertificate(directory, 'first'),
    second: makeCertificate(directory, 'second'),
  };
});

afterEach(async () => {
  await server.kill('SIGKILL');
  rmSync(directory, { recursive: true });
});

/** The files that the server is told of. */
const inUse = () => ({ cert: join(directory, 'tls.crt'), key: join(directory, 'tls.key') });

function use({ certFile, keyFile }: TestCertificate): void {
  copyFileSync(certFile, inUse().cert);
  copyFileSync(keyFile, inUse().key);
}

function start(): void {
  server = new ServerProcess({
    DATA_DIR: join(directory, 'data'),
    TLS_CERT_FILE: inUse().cert,
    TLS_KEY_FILE: inUse().key,
  });
}

const trusted = () => [certificates.first.cert, certificates.second.cert];

/** Asks over a connection of its own. @returns the status, and whose certificate it was. */
function ask(url: string): Promise<readonly [number | undefined, unknown]> {
  return new Promise((resolve, reject) => {
    get(`${url}/healthz`, { ca: trusted(), agent: false }, (response) => {
      const { socket } = response;
      const name = socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : undefined;
      response.resume().on('end', () => resolve([response.statusCode, name]));
    }).on('error', reject);
  });
}

describe('the process with a certificate', () => {
  it(
    'speaks https and wss, and renews its certificate without dropping a socket',
    async () => {
      use(certificates.first);
      start();
      const url = (await server.url()).replace('http:', 'https:');
      expect(server.output).toMatch(/--server https:/);
      expect(await ask(url)).toEqual([200, 'first']);
      const ca = trusted();
      const socket = new WebSocket(`${url.replace('https:', 'wss:')}/ws/display`, { ca });
      await once(socket, 'open');

      use(certificates.second);
      void server.kill('SIGHUP');
      await server.printed(/"msg":"Certificate renewed"/);
      expect(await ask(url)).toEqual([200, 'second']);
      socket.ping();
      await once(socket, 'pong');

      // Half of a renewal: the old certificate goes on.
      copyFileSync(certificates.first.keyFile, inUse().key);
      void server.kill('SIGHUP');
      await server.printed(/"reason":"CertificateError: TLS_KEY_FILE is not the key/);
      expect(await ask(url)).toEqual([200, 'second']);
      expect(socket.readyState).toBe(WebSocket.OPEN);
      socket.terminate();

      // Who speaks plain HTTP to it is sent away, and nothing else happens.
      await expect(sendRequest(`${url.replace('https:', 'http:')}/healthz`)).rejects.toThrow();
      expect(await ask(url)).toEqual([200, 'second']);
    },
    TIMEOUT_MS,
  );

  it(
    'does not start with one that cannot be used, and names the setting',
    async () => {
      use(certificates.first);
      copyFileSync(certificates.second.keyFile, inUse().key);
      start();
      expect(await server.ended).toBe(2);
      expect(server.output).toContain('hallboard: TLS_KEY_FILE is not the key');
    },
    TIMEOUT_MS,
  );
});
