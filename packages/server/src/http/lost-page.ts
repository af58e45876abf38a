import { join } from 'node:path';
import type { RequestHandler } from 'express';

const FILES = join(import.meta.dirname, '../../public');

/** What a person sees who has mistyped an address. Programs are told in JSON, by whoever is next. */
export const lostPage: RequestHandler = (request, response, next) => {
  if (request.method !== 'GET' || request.accepts(['json', 'html']) !== 'html') {
    next();
    return;
  }
  response.status(404).setHeader('cache-control', 'no-store');
  response.sendFile('lost.html', { root: FILES, cacheControl: false });
};
