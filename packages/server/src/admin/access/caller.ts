import type { Response } from 'express';
import type { AdminKeyRecord } from '../../store/records.js';

/** Which key each request came with, for as long as it is answered. */
const callers = new WeakMap<Response, AdminKeyRecord>();

export function setCaller(response: Response, key: AdminKeyRecord): void {
  callers.set(response, key);
}

/** @throws Error if nobody has let the request pass. */
export function callerOf(response: Response): AdminKeyRecord {
  const key = callers.get(response);
  if (key === undefined) throw new Error('a request passes require-admin-key first');
  return key;
}
