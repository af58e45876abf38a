import { describe, expect, it } from 'vitest';
import type { Clock } from '../ports/clock.js';
import type { HttpReply } from './http-transport.js';
import { createXhrTransport } from './xhr-transport.js';

const REQUEST = { url: 'http://board.test/api', headers: { authorization: 'Bearer t' } };

/** An XMLHttpRequest whose server is the test. */
class ScriptedXhr {
  readonly HEADERS_RECEIVED = 2;
  readyState = 0;
  status = 0;
  responseURL = '';
  responseText = '';
  aborted = false;
  readonly sent: Record<string, string> = {};
  onreadystatechange: () => void = () => undefined;
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;
  #headers: Readonly<Record<string, string>> = {};

  open(): void {
    this.readyState = 1;
  }
  setRequestHeader(name: string, value: string): void {
    this.sent[name] = value;
  }
  send(): void {
    this.readyState = 1;
  }
  abort(): void {
    this.aborted = true;
  }
  getResponseHeader(name: string): string | null {
    return this.#headers[name] ?? null;
  }
  head(status: number, headers: Readonly<Record<string, string>>, url = REQUEST.url): void {
    this.status = status;
    this.#headers = headers;
    this.responseURL = url;
    this.readyState = 2;
    this.onreadystatechange();
  }
  finish(body: string): void {
    this.responseText = body;
    this.onload();
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

function setUp(xhr = new ScriptedXhr()) {
  let nowMs = 100;
  const clock: Clock = {
    monotonicMs: () => nowMs,
    wallMs: () => 0,
    setTimer: () => () => undefined,
  };
  const replies: HttpReply[] = [];
  const transport = createXhrTransport(clock, () => xhr as unknown as XMLHttpRequest);
  const cancel = transport(REQUEST, (reply) => replies.push(reply));
  const settled = (): Promise<void> => Promise.resolve();
  const advance = (byMs: number): void => {
    nowMs += byMs;
  };
  return { xhr, replies, cancel, settled, advance };
}

describe('createXhrTransport', () => {
  it('[POLL-4] brings an answer without fetch, stamped when its head arrived', async () => {
    const { xhr, replies, settled, advance } = setUp();
    advance(5);
    xhr.head(200, { ...JSON_TYPE, etag: '"tag"' });
    advance(50);
    xhr.finish('{}');
    expect(replies).toEqual([]);
    await settled();
    expect(replies).toMatchObject([{ kind: 'answer', status: 200, body: '{}', receivedAtMs: 105 }]);
    const [reply] = replies;
    expect(reply?.kind === 'answer' && reply.header('etag')).toBe('"tag"');
    expect(reply?.kind === 'answer' && reply.header('age')).toBeUndefined();
    expect(xhr.sent).toEqual(REQUEST.headers);
  });

  it('[POLL-5] refuses an answer from elsewhere, and a page, without reading them', async () => {
    for (const [status, headers, url, detail] of [
      [200, JSON_TYPE, 'http://portal.test/login', 'redirected'],
      [200, { 'content-type': 'text/html' }, REQUEST.url, 'not JSON'],
    ] as const) {
      const { xhr, replies, settled } = setUp();
      xhr.head(status, headers, url);
      await settled();
      expect(xhr.aborted).toBe(true);
      expect(replies).toEqual([{ kind: 'failed', failure: { cause: 'not-ours', detail } }]);
    }
  });

  it('[POLL-5] tells no answer from one that broke off', async () => {
    const unanswered = setUp();
    unanswered.xhr.onerror();
    await unanswered.settled();
    expect(unanswered.replies).toMatchObject([{ failure: { cause: 'network' } }]);

    const broken = setUp();
    broken.xhr.head(200, JSON_TYPE);
    broken.xhr.onerror();
    await broken.settled();
    expect(broken.replies).toMatchObject([{ failure: { cause: 'not-ours', detail: 'truncated' } }]);
  });

  it('[POLL-4] aborts when cancelled, and says nothing more', async () => {
    const { xhr, replies, cancel, settled } = setUp();
    cancel();
    cancel();
    expect(xhr.aborted).toBe(true);
    xhr.head(200, JSON_TYPE);
    xhr.finish('{}');
    await settled();
    expect(replies).toEqual([]);
  });

  it('reports an engine that refuses to send, asynchronously and once', async () => {
    const xhr = new ScriptedXhr();
    xhr.send = () => {
      xhr.onerror();
      throw new Error('refused');
    };
    const { replies, settled } = setUp(xhr);
    expect(replies).toEqual([]);
    await settled();
    expect(replies).toMatchObject([{ failure: { cause: 'network' } }]);
  });
});
