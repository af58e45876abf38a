import { join } from 'node:path';
import type { RequestHandler } from 'express';

const FILES = join(import.meta.dirname, '../../public');

/**
 * What a person sees who has mistyped an address. Programs, and whoever asks the API, are told in JSON
 * (HTTP-5), by what comes next.
 */
export const lostPage: RequestHandler = (request, response, next) => {
  const isForPerson = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
  if (!isForPerson || request.path.startsWith('/api/')) {
    next();
    return;
  }
  response.status(404).setHeader('cache-control', 'no-store');
  response.sendFile('lost.html', { root: FILES, cacheControl: false });
};
