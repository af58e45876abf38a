import { HEADERS } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import type { MediaOutcome } from '../ports/media-source.js';
import { createHttpMediaSource } from './http-media-source.js';
import { settled } from './storage.fixture.js';

const HASH = 'a'.repeat(64);
const URL_ = `http://board.test/api/display/media/${HASH}`;

/** An XMLHttpRequest whose server is the test. */
class ScriptedXhr {
  readonly HEADERS_RECEIVED = 2;
  readyState = 0;
  status = 0;
  responseURL = '';
  responseType = '';
  response: unknown;
  aborted = false;
  asked = '';
  readonly sent: Record<string, string> = {};
  onreadystatechange: () => void = () => undefined;
  onprogress: (event: { loaded: number }) => void = () => undefined;
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;
  #headers: Readonly<Record<string, string>> = {};

  open(method: string, url: string): void {
    this.asked = `${method} ${url}`;
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
  head(status: number, headers: Readonly<Record<string, string>>, url = URL_): void {
    this.status = status;
    this.#headers = headers;
    this.responseURL = url;
    this.readyState = 2;
    this.onreadystatechange();
  }
  finish(body: string): void {
    this.response = new TextEncoder().encode(body).buffer;
    this.onload();
  }
}

const PNG = { 'content-type': 'image/png' };

function ask(xhr = new ScriptedXhr()) {
  const outcomes: MediaOutcome[] = [];
  const source = createHttpMediaSource({
    serverUrl: 'http://board.test',
    create: () => xhr as unknown as XMLHttpRequest,
  });
  const credentials = { token: 'secret', deviceId: 'device' };
  const cancel = source.request(
    { credentials, hash: HASH, fromByte: 100, toByte: 200 },
    1_000,
    (outcome) => outcomes.push(outcome),
  );
  return { xhr, outcomes, cancel };
}

describe('createHttpMediaSource', () => {
  it('[HTTP-3] asks for a range, with the credentials in headers', () => {
    const { xhr } = ask();
    expect(xhr.asked).toBe(`GET ${URL_}`);
    expect(xhr.sent).toEqual({
      authorization: 'Bearer secret',
      [HEADERS.device]: 'device',
      range: 'bytes=100-199',
    });
  });

  it('brings the part, or the whole from a server that knows no ranges', async () => {
    const part = ask();
    part.xhr.head(206, PNG);
    part.xhr.finish('abc');
    const whole = ask();
    whole.xhr.head(200, PNG);
    whole.xhr.finish('abc');
    await settled();
    const bytes = new TextEncoder().encode('abc');
    expect(part.outcomes).toEqual([{ kind: 'part', fromByte: 100, bytes }]);
    expect(whole.outcomes).toEqual([{ kind: 'part', fromByte: 0, bytes }]);
  });

  it('[STORE-4] brings the API’s errors with their Retry-After', async () => {
    const { xhr, outcomes } = ask();
    xhr.head(503, { 'content-type': 'application/json', 'retry-after': '7' });
    xhr.finish('{"error":"unavailable","message":"Later"}');
    await settled();
    const failure = { cause: 'rejected', status: 503, code: 'unavailable', retryAfterMs: 7_000 };
    expect(outcomes).toEqual([{ kind: 'failed', failure }]);
  });

  it.each([
    ['a captive portal', 200, { 'content-type': 'text/html' }, URL_],
    ['an error page', 502, { 'content-type': 'text/html' }, URL_],
    ['a redirect', 200, PNG, 'http://elsewhere.test/'],
  ])('takes no file from %s', async (_, status, headers, url) => {
    const { xhr, outcomes } = ask();
    xhr.head(status, headers, url);
    await settled();
    expect(xhr.aborted).toBe(true);
    const failure = { cause: 'not-ours', detail: 'not a file' };
    expect(outcomes).toEqual([{ kind: 'failed', failure }]);
  });

  it('[STORE-4] gives up what is larger than the file', async () => {
    const { xhr, outcomes } = ask();
    xhr.head(200, PNG);
    xhr.onprogress({ loaded: 1_000 });
    expect(xhr.aborted).toBe(false);
    xhr.onprogress({ loaded: 1_001 });
    expect(xhr.aborted).toBe(true);
    await settled();
    expect(outcomes).toEqual([{ kind: 'failed', failure: { cause: 'too-large' } }]);
  });

  it('is silent once cancelled, and never throws', async () => {
    const { xhr, outcomes, cancel } = ask();
    cancel();
    xhr.onerror();
    const broken = new ScriptedXhr();
    broken.send = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const thrown = ask(broken);
    await settled();
    expect([xhr.aborted, outcomes]).toEqual([true, []]);
    const failure = { cause: 'network', detail: 'SecurityError' };
    expect(thrown.outcomes).toEqual([{ kind: 'failed', failure }]);
  });
});
