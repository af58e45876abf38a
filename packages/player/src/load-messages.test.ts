import { describe, expect, it } from 'vitest';
import { loadMessages } from './load-messages.js';
import type { MessageSource } from './ports/message-source.js';
import { ManualClock } from './testing/index.js';
import { CATALOGUES } from './ui/messages/catalogues.fixture.js';
import { en } from './ui/messages/en.js';

const { ar, tr } = CATALOGUES;

/** A page whose files are answered by hand. */
class Page {
  readonly clock = new ManualClock();
  /** The addresses that are waited for. */
  readonly waiting = new Map<string, (catalogue: unknown) => void>();
  asked = 0;
  loaded = 0;
  private readonly messages: MessageSource = {
    request: (url, done) => {
      this.asked += 1;
      this.waiting.set(url, done);
      return () => this.waiting.delete(url);
    },
  };
  readonly loader = loadMessages({
    clock: this.clock,
    messages: this.messages,
    languages: { ar: '/ar.json', fr: '/fr.json', tr },
    onLoaded: () => {
      this.loaded += 1;
    },
  });

  answer(url: string, catalogue: unknown): void {
    this.waiting.get(url)?.(catalogue);
  }
}

describe('loadMessages', () => {
  it('speaks English until the messages have come, then the language', () => {
    const page = new Page();
    expect(page.loader.messagesOf('ar-SA')).toBe(en);
    expect(page.loader.messagesOf('ar-SA')).toBe(en);
    expect(page.asked).toBe(1);
    page.answer('/ar.json', ar);
    expect(page.loaded).toBe(1);
    expect(page.loader.messagesOf('ar-EG')).toBe(ar);
    page.clock.timeline.advance(120_000);
    expect(page.asked).toBe(1);
  });

  it('asks for nothing that is built in or not there at all', () => {
    const page = new Page();
    expect(page.loader.messagesOf('en-GB')).toBe(en);
    expect(page.loader.messagesOf('eo')).toBe(en);
    expect(page.loader.messagesOf('tr-TR')).toBe(tr);
    expect(page.asked).toBe(0);
  });

  it('asks again while there is no answer, or one that is no catalogue', () => {
    const page = new Page();
    page.loader.messagesOf('ar');
    page.answer('/ar.json', { now: 'page of a captive portal' });
    expect(page.loader.messagesOf('ar')).toBe(en);
    page.clock.timeline.advance(29_999);
    expect(page.asked).toBe(1);
    page.clock.timeline.advance(30_001);
    expect(page.asked).toBe(3);
    page.answer('/ar.json', ar);
    expect(page.loader.messagesOf('ar')).toBe(ar);
  });

  it('stops asking for a language that is not needed any more, and when closed', () => {
    const page = new Page();
    page.loader.messagesOf('ar');
    page.loader.messagesOf('fr');
    expect([...page.waiting.keys()]).toEqual(['/fr.json']);
    page.loader.close();
    page.clock.timeline.advance(120_000);
    expect(page.waiting.size).toBe(0);
    expect(page.asked).toBe(2);
  });
});
