import type { Plugin } from 'vite';

/** The self-test, and the letters that it draws: Arabic and Turkish ones. */
const NEEDED = /^assets\/(?:self-test-.*\.(?:css|js)|.*-(?:arabic|latin-ext)-400-.*\.woff2)$/;

/**
 * Names the self-test's files in the page, which no picture of it needs: without a worker the page
 * has the browser keep all that is named in it, so that the self-test opens with the server away too.
 */
export function selfTestFiles(): Plugin {
  return {
    name: 'self-test-files',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.keys(bundle).filter((file) => NEEDED.test(file));
        if (files.length !== 4) throw new Error(`The self-test's files are not 4: ${files.join()}`);
        return html.replace('<html ', `<html data-self-test="/${files.sort().join(' /')}" `);
      },
    },
  };
}
