import type { Response } from 'express';
import type { AdminKeyRecord } from '../store/records.js';

const LOCAL = 'administrator';

/** Remembers for a request's routes whose key let it pass. */
export function rememberAdministrator(response: Response, key: AdminKeyRecord): void {
  response.locals[LOCAL] = key.name;
}

/** @returns the name of the key that let the request pass. */
export function administratorOf(response: Response): string {
  return String(response.locals[LOCAL]);
}
