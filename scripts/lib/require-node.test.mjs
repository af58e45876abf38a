import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { expect, it } from 'vitest';
import { ROOT } from './root.mjs';

// What Node 12 reads before it is told that it is too old.
it.each(['start.mjs', 'hallboard.mjs', 'lib/require-node.mjs', 'lib/versions.mjs'])(
  'is read by a Node that is too old: scripts/%s',
  (file) => {
    const source = readFileSync(join(ROOT, 'scripts', file), 'utf8');
    const read = () => parse(source, { ecmaVersion: 2020, sourceType: 'module' });
    expect(read).not.toThrow();
    // Of ES2020, Node 12 lacks `?.` and `??`.
    expect(source).not.toMatch(/\?[?.]/);
  },
);
