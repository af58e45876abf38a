import type { Cancel } from '../ports/clock.js';
import type { ChannelEvent, InvalidationChannel } from '../ports/invalidation-channel.js';
import type { MediaOutcome, MediaRequest, MediaSource } from '../ports/media-source.js';
import type { SnapshotSource, SourceOutcome, SourceRequest } from '../ports/snapshot-source.js';
import type { FakeServer } from './fake-server.js';
import { FakeSocket, type Wire } from './fake-socket.js';
import type { RequestFault, RequestFaults, SocketFault } from './faults.js';
import type { ManualClock } from './manual-clock.js';

export interface FakeLinkOptions {
  readonly server: FakeServer;
  readonly clock: ManualClock;
  /** One way. @default 20 */
  readonly latencyMs?: number;
}

const CLOSED_ABNORMALLY = 1006;

/**
 * One device's network: its `source`, its `media` and its `channel`, and everything that can go wrong between
 * the device and the server. The faults may be changed at any time.
 */
export class FakeLink {
  /** Befalls requests that start from now on. */
  requestFault: RequestFaults;
  /** The same for requests of media. */
  mediaFault: RequestFault | (() => RequestFault | undefined) | undefined;
  /** Befalls sockets that are opened from now on; `half-open` also those that are. */
  socketFault: SocketFault | undefined;
  /** One way, for requests and frames that leave from now on. */
  latencyMs: number;
  readonly source: SnapshotSource;
  readonly media: MediaSource;
  readonly channel: InvalidationChannel;
  private readonly server: FakeServer;
  private readonly clock: ManualClock;
  private readonly wire: Wire;
  private readonly sockets = new Set<FakeSocket>();

  constructor(options: FakeLinkOptions) {
    this.server = options.server;
    this.clock = options.clock;
    this.latencyMs = options.latencyMs ?? 20;
    this.source = { request: (request, done) => this.request(request, done) };
    this.media = { request: (request, _, done) => this.requestMedia(request, done) };
    this.channel = { open: (listener) => this.open(listener) };
    this.wire = {
      clock: options.clock,
      latencyMs: () => this.latencyMs,
      isHalfOpen: () => this.socketFault?.kind === 'half-open',
    };
  }

  /** The network is gone: open sockets break, requests and new sockets are refused. */
  goDown(): void {
    this.requestFault = { kind: 'refused' };
    this.mediaFault = { kind: 'refused' };
    this.socketFault = { kind: 'refused' };
    for (const socket of this.sockets) socket.end(CLOSED_ABNORMALLY);
  }

  /** Every fault ends. */
  heal(): void {
    this.requestFault = undefined;
    this.mediaFault = undefined;
    this.socketFault = undefined;
  }

  private request(request: SourceRequest, done: (outcome: SourceOutcome) => void): Cancel {
    const fault = this.faultOf(request);
    const sentAtMs = this.clock.monotonicMs();
    const answer = (): SourceOutcome | undefined => this.server.answer(request, fault);
    return this.exchange(fault, answer, (outcome) => {
      done(received(outcome, sentAtMs, this.clock.monotonicMs()));
    });
  }

  private requestMedia(request: MediaRequest, done: (outcome: MediaOutcome) => void): Cancel {
    const { mediaFault } = this;
    const fault = typeof mediaFault === 'function' ? mediaFault() : mediaFault;
    return this.exchange(fault, () => this.server.answerMedia(request, fault), done);
  }

  /** There and back. */
  private exchange<T>(
    fault: RequestFault | undefined,
    answer: () => T | undefined,
    done: (outcome: T) => void,
  ): Cancel {
    const { timeline } = this.clock;
    const oneWayMs = fault?.kind === 'slow' ? fault.latencyMs / 2 : this.latencyMs;
    let isCancelled = false;
    timeline.after(oneWayMs, () => {
      const outcome = answer();
      if (outcome === undefined) return;
      timeline.after(oneWayMs, () => {
        this.clock.whenRunning(() => {
          if (!isCancelled) done(outcome);
        });
      });
    });
    return () => {
      isCancelled = true;
    };
  }

  private faultOf(request: SourceRequest): RequestFault | undefined {
    const { requestFault } = this;
    return typeof requestFault === 'function' ? requestFault(request) : requestFault;
  }

  private open(listener: (event: ChannelEvent) => void): FakeSocket {
    const fault = this.socketFault;
    if (fault?.kind === 'throws') throw new Error('the socket cannot be constructed');
    const socket = new FakeSocket(this.wire, (event) => {
      if (event.kind === 'closed') this.sockets.delete(socket);
      listener(event);
    });
    if (fault?.kind === 'silent') return socket;
    this.sockets.add(socket);
    if (fault?.kind === 'refused') socket.end(CLOSED_ABNORMALLY);
    else this.server.connect(socket, fault?.kind === 'closes' ? fault.code : undefined);
    return socket;
  }
}

function received(outcome: SourceOutcome, sentAtMs: number, receivedAtMs: number): SourceOutcome {
  if (outcome.kind === 'failed') return outcome;
  return { ...outcome, facts: { ...outcome.facts, sentAtMs, receivedAtMs } };
}
