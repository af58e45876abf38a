import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { SPLIT } from './vite.common.ts';

const MAIN = join(import.meta.dirname, 'src/shell/main.ts');

/** Where the first script leaves what the second takes from it. */
const SHARED = 'hallboardShared';

/**
 * Makes the second script beside the first, of one graph of modules: what both need is in the first
 * alone. Names it in the page with its hash: one build id covers both, and no script of another build
 * runs (UPD-2).
 */
export function laterScript(): Plugin {
  return {
    name: 'later-script',
    enforce: 'post',
    transform(code, id) {
      if (id !== MAIN) return undefined;
      return { code: `${code}\n${SPLIT}(() => import('./later.ts'));`, map: null };
    },
    // Before they are minified, so that the lines of their source maps stay.
    renderChunk: { order: 'pre', handler: (code) => ({ code: asClassicScript(code), map: null }) },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const later = Object.values(bundle).find(({ name }) => name === 'later');
        if (later?.type !== 'chunk') throw new Error('The second script was not built.');
        const integrity = `sha256-${createHash('sha256').update(later.code).digest('base64')}`;
        return html.replace(
          '<html ',
          `<html data-later="/${later.fileName}" data-later-integrity="${integrity}" `,
        );
      },
    },
  };
}

/**
 * A module as a classic script, with one object in place of its exports and imports. The second
 * script takes them once, so that none may be a variable that changes.
 */
function asClassicScript(code: string): string {
  const body = code
    .replace(/^import \{(.+?)\} from "[^"]+";$/gm, (_, names: string) => {
      const taken = bindings(names).map(([shared, own = shared]) => `${keyOf(shared)}: ${own}`);
      return `const { ${taken.join(', ')} } = window.${SHARED};`;
    })
    .replace(/^export \{(.+?)\};$/gm, (_, names: string) => {
      const left = bindings(names).map(([own, shared = own]) => `${keyOf(shared)}: ${own}`);
      return `window.${SHARED} = { ${left.join(', ')} };`;
    });
  if (/^(?:import|export)\b/m.test(body)) throw new Error('A script is left with modules in it.');
  return `(() => { ${body}\n})();`;
}

/** The names in the braces of an import or an export, with what each is on the other side. */
function bindings(names: string): [name: string, other?: string][] {
  return names.split(',').map((binding) => {
    const [name = '', other] = binding.trim().split(' as ');
    return other === undefined ? [name] : [name, other];
  });
}

/** No name that begins as those which each script has shortened in its own way. */
function keyOf(shared: string): string {
  return shared.startsWith('_') ? `$${shared}` : shared;
}
