import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClientFrame } from './client-messages.js';
import { readServerFrame } from './server-messages.js';

const hello = {
  type: 'hello',
  protocols: { min: 1, max: 1 },
  token: 't',
  device: 'd',
  revision: null,
};

describe('frames', () => {
  it('[WS-2] reads what it knows', () => {
    expect(readClientFrame(JSON.stringify(hello))).toEqual({ kind: 'message', message: hello });
    expect(readServerFrame('{"type":"heartbeat"}')).toEqual({
      kind: 'message',
      message: { type: 'heartbeat' },
    });
  });

  it('[WS-2] tells unknown frames from malformed ones', () => {
    expect(readServerFrame('{"type":"confetti"}')).toEqual({ kind: 'unknown', type: 'confetti' });
    for (const text of ['', 'hello', '[]', '{}', '{"type":7}', '{"type":"invalidate"}']) {
      expect(readServerFrame(text)).toEqual({ kind: 'malformed' });
    }
  });

  it('[WS-2] gives clients no frame that publishes', () => {
    expect(readClientFrame('{"type":"invalidate","revision":"a.1","spreadMs":0}')).toEqual({
      kind: 'unknown',
      type: 'invalidate',
    });
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['message', 'unknown', 'malformed']).toContain(readClientFrame(text).kind);
        expect(['message', 'unknown', 'malformed']).toContain(readServerFrame(text).kind);
      }),
    );
  });
});
