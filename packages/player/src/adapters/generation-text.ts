import type { Generation, Memory } from '../ports/snapshot-store.js';

type Head = Omit<Generation, 'body'>;

/**
 * One text, so that it is written whole or not at all: a line of JSON, then the body as received.
 * The body is not escaped, since that would make it a third larger and take a parse to undo.
 */
export function formatGeneration({ body, ...head }: Generation): string {
  return `${JSON.stringify(head)}\n${body}`;
}

/** @returns `undefined` for what has no number; the core looks at every other part of it. */
export function parseGeneration(text: string): Generation | undefined {
  const end = text.indexOf('\n');
  const head = parseObject<Head>(text.slice(0, Math.max(end, 0)));
  if (!Number.isFinite(head.seq)) return undefined;
  return { ...(head as Head), body: text.slice(end + 1) };
}

export function formatMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** @returns what was remembered, whose facts the core looks at one by one (see `readMemory`). */
export function parseMemory(text: string): Memory {
  return parseObject<Memory>(text) as Memory;
}

/** What was stored may be of any form, whatever it says. */
function parseObject<T>(text: string): { readonly [Key in keyof T]?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
