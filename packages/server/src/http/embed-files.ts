import { relative } from 'node:path';
import express, { type Router } from 'express';
import { shareAsset, shellCacheControl } from './shell-files.js';

/** Serves what a page of another origin embeds the player with: one script and the files beside it. */
export function createEmbedRouter(embedDir: string): Router {
  const router = express.Router();
  router.use(
    '/embed',
    express.static(embedDir, {
      index: false,
      redirect: false,
      setHeaders(response, path) {
        response.setHeader('cache-control', shellCacheControl(relative(embedDir, path)));
        shareAsset(response);
      },
    }),
  );
  return router;
}
