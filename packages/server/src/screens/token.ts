import { hash, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports/random.js';

/** 256 bits: not to be guessed, however many are tried (SEC-1). */
const TOKEN_BYTES = 32;

/** A new secret for a screen: 256 random bits in base64url, 43 characters. */
export function createToken(random: Random): string {
  return random.bytes(TOKEN_BYTES).toString('base64url');
}

/** A new administrator's key; its prefix lets scanners for leaked secrets know it (SEC-1). */
export function createAdminSecret(random: Random): string {
  return `hb_${random.bytes(TOKEN_BYTES).toString('hex')}`;
}

/** SHA-256 of a secret in hexadecimal: the only form in which one is stored (SEC-1). */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** Compares two hashes in a time that does not tell where they differ (SEC-1). */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a, 'utf8');
  const right = Buffer.from(b, 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}
