import { join } from 'node:path';
import express, { type Router } from 'express';

/** Where an administrator approves the code that a screen shows (BIND-5). */
export const PAIR_PAGE = '/pair';

const FILES = join(import.meta.dirname, '../../public');

/** Serves the page: it uses the administrators' API, and is given nothing by the server. */
export function createPairPageRouter(): Router {
  const router = express.Router();
  router.get(PAIR_PAGE, (_request, response) => {
    response.sendFile('pair.html', { root: FILES, cacheControl: false });
  });
  router.use(`${PAIR_PAGE}/assets`, express.static(FILES, { index: false, redirect: false }));
  return router;
}
