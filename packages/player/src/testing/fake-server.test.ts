import { describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../ports/invalidation-channel.js';
import type { SourceOutcome, SourceRequest } from '../ports/snapshot-source.js';
import { FakeLink } from './fake-link.js';
import { FakeServer, SAMPLE_TOKEN } from './fake-server.js';
import { ManualClock } from './manual-clock.js';

const credentials = { token: SAMPLE_TOKEN, deviceId: 'd1' };
const snapshotRequest: SourceRequest = { kind: 'snapshot', credentials };

/** A server with one link, and what a client hears of it. */
function create(deviceId = 'd1') {
  const clock = new ManualClock();
  const server = new FakeServer({ timeline: clock.timeline });
  const link = new FakeLink({ server, clock });
  const heard: string[] = [];
  const hear = (event: ChannelEvent): void => {
    if (event.kind === 'frame') heard.push(JSON.parse(event.text).type);
    else heard.push(event.kind === 'closed' ? `closed ${event.code}` : event.kind);
  };
  return {
    clock,
    server,
    link,
    heard,
    /** Asks, and waits for the answer for a minute. */
    ask(request: SourceRequest): SourceOutcome | undefined {
      let outcome: SourceOutcome | undefined;
      link.source.request(request, (answer) => {
        outcome = answer;
      });
      clock.advance(60_000);
      return outcome;
    },
    /** Opens a socket and says hello. */
    connect(token = SAMPLE_TOKEN) {
      const attempt = link.channel.open(hear);
      clock.advance(100);
      const protocols = { min: 1, max: 1 };
      const hello = { type: 'hello', protocols, token, device: deviceId, revision: null };
      attempt.send(JSON.stringify(hello));
      clock.advance(100);
      return attempt;
    },
  };
}

describe('the display API', () => {
  it('[HTTP-1] answers a snapshot with its body, or 304 to the tag of what it has', () => {
    const { server, ask } = create();
    const first = ask(snapshotRequest);
    expect(first).toMatchObject({
      kind: 'body',
      etag: '"sample.1"',
      screen: { version: 1 },
      facts: { revision: 'sample.1', realtime: 'on', sentAtMs: 0, receivedAtMs: 40 },
    });
    expect(ask({ ...snapshotRequest, etag: '"sample.1"' })?.kind).toBe('unchanged');
    server.publish();
    expect(ask({ ...snapshotRequest, etag: '"sample.1"' })?.kind).toBe('body');
  });

  it('[HTTP-2] compares both the revision and the screen object', () => {
    const { server, ask } = create();
    const status: SourceRequest = {
      kind: 'status',
      credentials,
      revision: 'sample.1',
      screenVersion: 1,
    };
    expect(ask(status)?.kind).toBe('unchanged');
    server.changeScreen({ name: 'Library' });
    expect(ask(status)).toMatchObject({ kind: 'changed', screen: { name: 'Library', version: 2 } });
    expect(ask({ ...status, screenVersion: 2 })?.kind).toBe('unchanged');
  });

  it('[BIND-1] gives a screen to the first device, and refuses the others', () => {
    const { server, ask } = create();
    ask(snapshotRequest);
    const other: SourceRequest = {
      ...snapshotRequest,
      credentials: { token: SAMPLE_TOKEN, deviceId: 'd2' },
    };
    expect(ask(other)).toMatchObject({ failure: { status: 403, code: 'screen_bound' } });
    server.school.revoke(SAMPLE_TOKEN);
    expect(ask(other)).toMatchObject({ failure: { status: 404, code: 'unknown_screen' } });
  });

  it('[HTTP-6] limits a device to four requests at once', () => {
    const { clock, server, link } = create();
    const answers: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      link.source.request(snapshotRequest, ({ kind }) => answers.push(kind));
    }
    clock.advance(100);
    expect(answers).toEqual(['body', 'body', 'body', 'body', 'failed', 'failed']);
    expect(server.limited).toBe(2);
  });

  it('records what it received, and what became of it', () => {
    const { server, ask, link } = create();
    ask(snapshotRequest);
    link.requestFault = { kind: 'lost' };
    expect(ask(snapshotRequest)).toBeUndefined();
    server.stop();
    link.heal();
    expect(ask(snapshotRequest)).toMatchObject({ failure: { cause: 'network' } });
    expect(server.received.map(({ answer }) => answer)).toEqual(['body', 'lost', 'network']);
  });

  it('spoils answers as it is told', () => {
    const { ask, link } = create();
    link.requestFault = { kind: 'portal' };
    expect(ask(snapshotRequest)).toMatchObject({ failure: { cause: 'not-ours' } });
    link.requestFault = { kind: 'error', status: 503, code: 'unavailable', retryAfterMs: 5_000 };
    expect(ask(snapshotRequest)).toMatchObject({ failure: { status: 503, retryAfterMs: 5_000 } });
    link.requestFault = { kind: 'truncated' };
    const truncated = ask(snapshotRequest);
    const text = truncated?.kind === 'body' ? truncated.body : '{}';
    expect(() => JSON.parse(text)).toThrow();
    link.requestFault = { kind: 'cached', ageMs: 240_000, isMarked: true };
    expect(ask(snapshotRequest)).not.toHaveProperty('facts.serverTimeMs');
    link.requestFault = { kind: 'slow', latencyMs: 3_000 };
    expect(ask(snapshotRequest)).toMatchObject({ kind: 'body' });
  });

  it('says nothing to one who has cancelled', () => {
    const { clock, link } = create();
    link.source.request(snapshotRequest, () => expect.unreachable())();
    clock.advance(60_000);
  });
});

describe('the channel', () => {
  it('[WS-1] welcomes, beats and pushes', () => {
    const { clock, server, heard, connect } = create();
    connect();
    expect(heard).toEqual(['open', 'welcome']);
    server.publish();
    server.changeScreen({ name: 'Library' });
    clock.advance(25_000);
    expect(heard.slice(2)).toEqual(['invalidate', 'invalidate', 'heartbeat']);
    expect(server.gateway.welcomed).toBe(1);
  });

  it('[WS-3] closes with the reason', () => {
    const unknown = create();
    unknown.connect('no-such-token');
    expect(unknown.heard).toEqual(['open', 'closed 4403']);

    const bound = create();
    bound.server.school.bind(SAMPLE_TOKEN, 'another-device');
    bound.connect();
    expect(bound.heard).toEqual(['open', 'closed 4408']);

    const off = create();
    off.connect();
    off.server.setRealtime('off');
    off.clock.advance(100);
    off.connect();
    expect(off.heard).toEqual(['open', 'welcome', 'closed 4410', 'open', 'closed 4410']);
  });

  it('breaks as it is told', () => {
    const { clock, server, link, heard, connect } = create();
    connect();
    link.socketFault = { kind: 'half-open' };
    server.publish();
    clock.advance(60_000);
    expect(heard).toEqual(['open', 'welcome']);
    link.goDown();
    clock.advance(100);
    expect(heard.at(-1)).toBe('closed 1006');
    link.socketFault = { kind: 'silent' };
    connect();
    expect(heard.at(-1)).toBe('closed 1006');
    link.socketFault = { kind: 'throws' };
    expect(() => connect()).toThrow('cannot be constructed');
  });

  it('forgets a socket that the client closes', () => {
    const { clock, server, heard, connect } = create();
    connect().close();
    server.publish();
    clock.advance(60_000);
    expect(server.gateway.welcomed).toBe(0);
    expect(heard).toEqual(['open', 'welcome']);
  });

  it('misses a client that went without a word', () => {
    const { clock, server, link, connect } = create();
    const attempt = connect();
    link.socketFault = { kind: 'half-open' };
    attempt.close();
    expect(server.gateway.welcomed).toBe(1);
    clock.advance(25_000);
    expect(server.gateway.welcomed).toBe(0);
  });
});

it('keeps what arrives for a sleeping device until it wakes', () => {
  const { clock, link } = create();
  const answers: string[] = [];
  link.source.request(snapshotRequest, ({ kind }) => answers.push(kind));
  clock.sleep(60_000);
  clock.advance(59_999);
  expect(answers).toEqual([]);
  clock.advance(1);
  expect(answers).toEqual(['body']);
});
