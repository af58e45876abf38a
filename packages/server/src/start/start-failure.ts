import { ConfigError } from '../config.js';
import { UnsafeRedisError } from '../redis/unsafe-redis-error.js';
import { StoreInUseError } from '../store/libsql/store-in-use-error.js';
import { CertificateError } from './read-certificate.js';

/** Why the server did not start, for a person to read. */
export interface StartFailure {
  /** One line. */
  readonly message: string;
  /** 2 for wrong settings, 1 for everything else. */
  readonly exitCode: 1 | 2;
}

/** What the start was about to use, as far as the settings could be read. */
export interface StartFacts {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
}

/** @returns what an operator can do something about, or `undefined` for an unexpected error. */
export function explainStartFailure(
  error: unknown,
  facts: StartFacts | undefined,
): StartFailure | undefined {
  if (error instanceof ConfigError || error instanceof CertificateError) {
    return { message: error.message, exitCode: 2 };
  }
  if (error instanceof UnsafeRedisError) return { message: error.message, exitCode: 1 };
  if (error instanceof StoreInUseError) {
    return {
      message: `The data directory ${facts?.dataDir} is in use by another server. Stop it, or set DATA_DIR to another directory.`,
      exitCode: 1,
    };
  }
  const message = facts === undefined ? undefined : explainSystemError(error, facts);
  return message === undefined ? undefined : { message, exitCode: 1 };
}

function explainSystemError(error: unknown, facts: StartFacts): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as NodeJS.ErrnoException;
  const { port, host, dataDir } = facts;
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    if (code === 'EADDRINUSE') return `Port ${port} is in use. Set PORT to another one.`;
    if (code === 'EACCES') {
      return `Port ${port} may not be used by this user. Set PORT to one above 1023.`;
    }
    return `HOST=${host} cannot be listened on (${code}). Set HOST to an address of this machine, or leave it out.`;
  }
  if (error.name.startsWith('Store') || typeof syscall === 'string') {
    return `The data directory ${dataDir} cannot be used: ${error.message}`;
  }
  return undefined;
}
