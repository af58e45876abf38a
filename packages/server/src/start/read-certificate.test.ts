import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate, type TestCertificate } from '../testing/certificate.fixture.js';
import { readCertificate } from './read-certificate.js';

let directory: string;
let first: TestCertificate;
let second: TestCertificate;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'hallboard-tls-'));
  first = makeCertificate(directory, 'first');
  second = makeCertificate(directory, 'second');
  writeFileSync(join(directory, 'notes.txt'), 'Buy chalk.');
});

afterAll(() => rmSync(directory, { recursive: true }));

const read = (tlsCertFile: string | undefined, tlsKeyFile: string | undefined) =>
  readCertificate({ tlsCertFile, tlsKeyFile });

describe('readCertificate', () => {
  it('reads a certificate and its key, or nothing where neither is set', async () => {
    const { certFile, keyFile, cert, key } = first;
    expect(await read(certFile, keyFile)).toEqual({ cert, key });
    expect(await read(undefined, undefined)).toBeUndefined();
  });

  it('names the setting that is to blame', async () => {
    const { certFile, keyFile } = first;
    const notes = join(directory, 'notes.txt');
    const gone = join(directory, 'gone');
    for (const [cert, key, message] of [
      [certFile, undefined, /^TLS_KEY_FILE is not set/],
      [undefined, keyFile, /^TLS_CERT_FILE is not set/],
      [gone, keyFile, /^TLS_CERT_FILE cannot be read: ENOENT/],
      [certFile, gone, /^TLS_KEY_FILE cannot be read: ENOENT/],
      [notes, keyFile, /^TLS_CERT_FILE holds no certificate/],
      [certFile, notes, /^TLS_KEY_FILE holds no private key/],
      [certFile, second.keyFile, /^TLS_KEY_FILE is not the key of/],
    ] as const) {
      await expect(read(cert, key)).rejects.toThrow(message);
    }
  });
});
