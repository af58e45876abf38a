import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';

const SOURCE = join(import.meta.dirname, 'src/shell/floor-notice.js');

/**
 * Puts the notice for browsers that are too old before every other script, and leaves it in ES5.
 * @param base of the page's files.
 */
export function floorNotice(base: '/' | './' = '/'): Plugin {
  let fileName = '';
  return {
    name: 'floor-notice',
    enforce: 'post',
    async buildStart() {
      this.addWatchFile(SOURCE);
      const { code = '' } = await minify(await readFile(SOURCE, 'utf8'), { ecma: 5 });
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      fileName = `assets/floor-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source: code });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          '<script defer',
          `<script defer src="${base}${fileName}"></script>\n    <script defer`,
        ),
    },
  };
}
