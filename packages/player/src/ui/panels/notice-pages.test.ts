import { describe, expect, it } from 'vitest';
import { noticePages } from './notice-pages.js';

const ROOM = { width: 670, height: 270 };

function pagesOf(text: { readonly title?: string; readonly body?: string }) {
  return noticePages('item', { title: 'Notice', ...text }, ROOM, 'ltr');
}

describe('noticePages', () => {
  it('writes a short notice large and a longer one smaller', () => {
    expect(pagesOf({ title: 'Choir' })).toMatchObject([{ titleStep: 132, body: '' }]);
    expect(pagesOf({ title: 'Choir won the county final' })).toMatchObject([{ titleStep: 84 }]);
    expect(pagesOf({ title: 'Science fair', body: 'Doors close at 16:30.' })).toMatchObject([
      { titleStep: 84, bodyStep: 56 },
    ]);
  });

  it('turns the pages of a long one and loses no word', () => {
    const body = Array.from({ length: 250 }, (_, index) => `word${index}`).join(' ');
    const pages = pagesOf({ title: 'A long notice', body });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.map((page) => page.body).join(' ')).toBe(body);
    expect(new Set(pages.map((page) => page.bodyStep))).toEqual(new Set([28]));
  });

  it('turns two pages that are read from afar rather than one that is not', () => {
    const text = { title: 'A longer notice', body: 'word '.repeat(42).trim() };
    expect(pagesOf(text).map(({ bodyStep }) => bodyStep)).toEqual([40, 40]);
    const longer = pagesOf({ ...text, body: 'word '.repeat(90).trim() });
    expect(longer[0]).toMatchObject({ bodyStep: 28 });
  });

  it('keeps paragraphs apart', () => {
    expect(pagesOf({ body: 'One.\nTwo.' })[0]?.body).toBe('One.\nTwo.');
  });

  it('takes the longest texts that the contract allows', () => {
    const pages = pagesOf({ title: 'word '.repeat(48).trim(), body: 'word '.repeat(800).trim() });
    expect(pages[0]).toMatchObject({ titleStep: 28, bodyStep: 28 });
    expect(pages.every((page) => page.body !== '')).toBe(true);
  });
});
