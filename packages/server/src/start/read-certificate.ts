import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../config.js';
import type { Certificate } from '../http/http-server.js';

/** `TLS_CERT_FILE` and `TLS_KEY_FILE` cannot be used; the message names the one that is to blame. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}

/**
 * @returns what the settings name; `undefined` without them.
 * @throws CertificateError also for a key that is another certificate's.
 */
export async function readCertificate(
  settings: Pick<Config, 'tlsCertFile' | 'tlsKeyFile'>,
): Promise<Certificate | undefined> {
  const { tlsCertFile, tlsKeyFile } = settings;
  if (tlsCertFile === undefined && tlsKeyFile === undefined) return undefined;
  const cert = await read('TLS_CERT_FILE', tlsCertFile);
  const key = await read('TLS_KEY_FILE', tlsKeyFile);
  const parsed = parse(
    'TLS_CERT_FILE holds no certificate in PEM',
    () => new X509Certificate(cert),
  );
  const parsedKey: KeyObject = parse(
    'TLS_KEY_FILE holds no private key in PEM without a passphrase',
    () => createPrivateKey(key),
  );
  if (!parsed.checkPrivateKey(parsedKey)) {
    throw new CertificateError('TLS_KEY_FILE is not the key of the certificate in TLS_CERT_FILE');
  }
  return { cert, key };
}

async function read(name: string, path: string | undefined): Promise<Buffer> {
  if (path === undefined) {
    throw new CertificateError(`${name} is not set: a certificate and its key go together`);
  }
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CertificateError(`${name} cannot be read: ${reason}`, { cause });
  }
}

function parse<T>(fault: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw new CertificateError(fault, { cause });
  }
}
