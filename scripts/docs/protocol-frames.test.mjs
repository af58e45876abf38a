import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  errorBodySchema,
  readClientFrame,
  readServerFrame,
  statusSchema,
} from '../../packages/shared/dist/index.js';
import { ROOT } from '../lib/root.mjs';
import { readPage } from './read-page.mjs';

/**
 * By the word behind `json` in the fence: whether the text is what it says.
 * @type {Readonly<Record<string, (text: string) => boolean>>}
 */
const IS_VALID = {
  client: (text) => readClientFrame(text).kind === 'message',
  server: (text) => readServerFrame(text).kind === 'message',
  status: (text) => isOf(statusSchema, text),
  error: (text) => isOf(errorBodySchema, text),
};

const { fences } = readPage(readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8'));
const examples = fences
  .filter(({ language }) => language === 'json')
  .map(({ line, mark, lines }) => ({ line, mark, text: lines.join('\n') }));

it.each(examples)('what line $line calls JSON of $mark is that', ({ mark, text }) => {
  expect(IS_VALID[mark]?.(text)).toBe(true);
});

it('shows every kind of frame', () => {
  const types = examples.flatMap(({ text }) => JSON.parse(text).type ?? []);
  expect(types.sort()).toEqual(
    'ack command drain heartbeat hello invalidate ping pong welcome'.split(' '),
  );
});

/**
 * @param {typeof statusSchema | typeof errorBodySchema} schema
 * @param {string} text
 */
function isOf(schema, text) {
  return !('issues' in schema['~standard'].validate(JSON.parse(text)));
}
