import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';

const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');

const SETTINGS = read('docs/settings.md');
const ENGLISH = read('packages/player/src/ui/messages/en.ts');
const SERVER = ['packages/server/src', 'scripts/lib']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|mjs)$/.test(file) && !/\.test\./.test(file))
      .map((file) => read(join(folder, file))),
  )
  .join('\n');

const [, screen = '', server = '', commandLine = ''] =
  read('docs/troubleshooting.md').split(/^## .*$/m);

/** What a part of the page quotes: the first cell of each row. @param {string} part */
const rows = (part) =>
  [...part.matchAll(/^\| (?!It |---)([^|]+) \|/gm)].map(([, cell = '']) => cell);

/** Where a message has something of its own, the page has "…". @param {string} cell */
const pieces = (cell) =>
  [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) =>
    code
      .split('…')
      .map((piece) => piece.replace(/^[ .:]+|[ .:]+$/g, ''))
      .filter((piece) => piece !== ''),
  );

describe('the page of symptoms', () => {
  it.each([...rows(server), ...rows(commandLine)])('quotes what is really said: %s', (cell) => {
    expect(pieces(cell).length).toBeGreaterThan(0);
    for (const piece of pieces(cell)) expect(SERVER + SETTINGS).toContain(piece);
  });

  // Those with a capital are the screen's own words.
  it.each(rows(screen).filter((cell) => /^[A-Z]/.test(cell)))(
    'and what a screen says: %s',
    (cell) => {
      for (const words of cell.replace(/ …$/, '').split(/, or /)) expect(ENGLISH).toContain(words);
    },
  );
});
