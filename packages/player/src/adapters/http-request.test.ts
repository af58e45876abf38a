import { describe, expect, it } from 'vitest';
import type { SourceRequest } from '../ports/snapshot-source.js';
import { buildRequest } from './http-request.js';

const credentials = { token: 'secret-token', deviceId: 'device-1' };
const build = (request: SourceRequest) => buildRequest('https://board.test', request);

describe('buildRequest', () => {
  it('[HTTP-3] sends token and device as headers, never in the address', () => {
    const requests = [
      build({ kind: 'status', credentials, revision: 'e1.7', screenVersion: 2 }),
      build({ kind: 'snapshot', credentials, want: 'e1.8' }),
    ];
    for (const { url, headers } of requests) {
      expect(headers).toMatchObject({
        authorization: 'Bearer secret-token',
        'x-display-device': 'device-1',
      });
      expect(url).not.toMatch(/secret-token|device-1/);
    }
  });

  it('[HTTP-2] asks for the status by revision and screen version', () => {
    const request = build({ kind: 'status', credentials, revision: 'e1.7', screenVersion: 2 });
    expect(request.url).toBe('https://board.test/api/display/status');
    expect(request.headers['if-none-match']).toBe('"e1.7/2"');
  });

  it('[HTTP-1] sends If-None-Match only for a body that is held', () => {
    const none = build({ kind: 'snapshot', credentials });
    expect(none.headers).not.toHaveProperty('if-none-match');
    expect(build({ kind: 'snapshot', credentials, etag: '' }).headers).toEqual(none.headers);
    const held = build({ kind: 'snapshot', credentials, etag: '"abc"' });
    expect(held.headers['if-none-match']).toBe('"abc"');
  });

  it('[HTTP-7] names the revision that an invalidate told of', () => {
    const request = build({ kind: 'snapshot', credentials, want: 'e1.8' });
    expect(request.url).toBe('https://board.test/api/display/snapshot?want=e1.8');
  });

  it('[OBS-1] says where a poll found it', () => {
    const request = build({ kind: 'snapshot', credentials, want: 'e1.8', cause: 'poll' });
    expect(request.url).toBe('https://board.test/api/display/snapshot?want=e1.8&cause=poll');
  });

  it('[SNAP-7] says which major of the schema it understands', () => {
    expect(build({ kind: 'snapshot', credentials }).headers['x-display-schema']).toBe('1');
  });
});
