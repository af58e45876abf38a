import { check, parseRevision, screenInfoSchema } from '@hallboard/shared';
import type { Generation, Memory } from '../ports/snapshot-store.js';

type Head = Omit<Generation, 'body'>;

/**
 * One text, so that it is written whole or not at all: a line of JSON, then the body as received.
 * The body is not escaped, since that would make it a third larger and take a parse to undo.
 */
export function formatGeneration({ body, ...head }: Generation): string {
  return `${JSON.stringify(head)}\n${body}`;
}

/** @returns `undefined` for anything that `formatGeneration` did not make. */
export function parseGeneration(text: string): Generation | undefined {
  const end = text.indexOf('\n');
  const head = parseObject<Head>(text.slice(0, Math.max(end, 0)));
  const screen = check(screenInfoSchema, head.screen);
  const { seq, revision, etag, checksum } = head;
  if (!isNumber(seq) || !screen.ok || !isText(etag) || !isText(checksum)) return undefined;
  if (!isText(revision) || parseRevision(revision) === undefined) return undefined;
  return { seq, revision, etag, checksum, screen: screen.value, body: text.slice(end + 1) };
}

export function formatMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** Drops what does not fit; an unknown fact is better than a wrong one. */
export function parseMemory(text: string): Memory {
  const { lastTrueMs, wallOffsetMs, boots } = parseObject<Memory>(text);
  return {
    ...(isNumber(lastTrueMs) ? { lastTrueMs } : {}),
    ...(isNumber(wallOffsetMs) ? { wallOffsetMs } : {}),
    ...(isNumber(boots) ? { boots } : {}),
  };
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

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
