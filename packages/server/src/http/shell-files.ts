import { join, relative, sep } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { ApiError } from './api-error.js';
import { SELF_REMOVING_WORKER } from './self-removing-worker.js';
import { SELF_TEST_PAGE } from './self-test.js';

/** A year: what is addressed by a hash of its content never changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** A screen without a worker can only start from what the browser itself has kept (STORE-8). */
const KEPT_BY_BROWSER = 'private, max-age=31536000';

/**
 * How long browsers may keep a file of the shell.
 *
 * @param path relative to the shell's directory, such as `assets/index-3fa9c1.js`.
 */
export function shellCacheControl(path: string): string {
  return path.startsWith('assets/') ? IMMUTABLE : 'no-cache';
}

/**
 * On plain http there are no workers, and the page looks for newer builds by itself. Browsers send
 * `Sec-Fetch-Mode` in secure contexts alone; older ones never, so the proxy is asked too.
 */
function pageCacheControl({ headers }: Request): string {
  const isSecure =
    headers['sec-fetch-mode'] !== undefined || headers['x-forwarded-proto'] === 'https';
  return isSecure ? 'no-cache' : KEPT_BY_BROWSER;
}

/** A page of another origin may embed the player. */
export function shareAsset(response: Response): void {
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  response.setHeader('access-control-allow-origin', '*');
}

export interface ShellOptions {
  /** Where the player's build left its page. */
  readonly shellDir: string;
  /** Whether the worker's address answers with one that removes itself (UPD-3). */
  readonly isShellWorkerRemoved: boolean;
}

/** Serves the player's page at `/screen`, and the files it is made of. */
export function createShellRouter({ shellDir, isShellWorkerRemoved }: ShellOptions): Router {
  const router = express.Router();
  const setHeaders = (response: Response, path: string): void => {
    const name = relative(shellDir, path).split(sep).join('/');
    response.setHeader('cache-control', shellCacheControl(name));
    if (!name.startsWith('assets/')) return;
    shareAsset(response);
  };

  // The fragment, which holds the token, survives: browsers carry it over.
  router.get('/', (_request, response) => response.redirect(301, '/screen'));

  router.get(['/screen', SELF_TEST_PAGE], (request, response, next) => {
    const page = join(shellDir, 'index.html');
    response.setHeader('cache-control', pageCacheControl(request));
    response.sendFile(page, { cacheControl: false, dotfiles: 'allow' }, (error) => {
      if (error === undefined || response.headersSent) return;
      next(
        new ApiError('unavailable', "The player's page is missing: build it first", {
          cause: error,
        }),
      );
    });
  });

  if (isShellWorkerRemoved) {
    router.get('/sw.js', (_request, response) => {
      response.setHeader('cache-control', 'no-cache');
      response.type('text/javascript').send(SELF_REMOVING_WORKER);
    });
  }

  router.use(express.static(shellDir, { index: false, redirect: false, setHeaders }));
  return router;
}
