import { CLOSE_CODES, type Revision, type ScreenInfo, type Snapshot } from '@hallboard/shared';
import type { MediaOutcome, MediaRequest } from '../ports/media-source.js';
import type { SourceOutcome, SourceRequest } from '../ports/snapshot-source.js';
import { answerRequest, rejected, spoil } from './fake-display-api.js';
import { FakeGateway, type GatewayOptions } from './fake-gateway.js';
import { answerMediaRequest, spoilMedia } from './fake-media-api.js';
import { FakeSchool } from './fake-school.js';
import type { FakeSocket } from './fake-socket.js';
import type { RequestFault } from './faults.js';
import { RequestLimit } from './request-limit.js';
import { sampleSnapshot } from './sample-snapshot.js';
import type { Timeline } from './timeline.js';

/** The token of the screen that every fake server knows from the start. */
export const SAMPLE_TOKEN = 'sample-token';

export interface FakeServerOptions {
  readonly timeline: Timeline;
  /** What is published first. @default sampleSnapshot() */
  readonly snapshot?: Snapshot;
  /** @default 'on' */
  readonly realtime?: 'on' | 'off';
  /** @default { spreadMs: 250, heartbeatMs: 25000, reconnectMs: 1000 } */
  readonly gateway?: Partial<GatewayOptions>;
  /** Whether `received` is kept; a long simulation has no use for it. @default true */
  readonly keepsRequests?: boolean;
}

/** One request as it arrived, and what became of it. */
export interface ReceivedRequest {
  /** True time. */
  readonly atMs: number;
  readonly request: SourceRequest;
  /** The kind of the answer, the code of an error, or the fault that took its place. */
  readonly answer: string;
}

/** The same of media. */
export interface ReceivedMediaRequest {
  /** True time. */
  readonly atMs: number;
  readonly request: MediaRequest;
  readonly answer: string;
}

const GATEWAY_DEFAULTS: GatewayOptions = {
  spreadMs: 250,
  heartbeatMs: 25_000,
  reconnectMs: 1_000,
};

/**
 * A school's server in memory. It speaks the display API and the channel as the real one does: it
 * publishes, answers, binds, limits, pushes and closes, and keeps what it received.
 */
export class FakeServer {
  readonly timeline: Timeline;
  readonly school: FakeSchool;
  readonly gateway: FakeGateway;
  readonly received: ReceivedRequest[] = [];
  readonly receivedMedia: ReceivedMediaRequest[] = [];
  /** Requests that went beyond the display API's limit (P-4). */
  limited = 0;
  private isUp = true;
  private readonly limit = new RequestLimit();
  private readonly mediaLimit = new RequestLimit();
  private readonly keepsRequests: boolean;

  constructor(options: FakeServerOptions) {
    this.timeline = options.timeline;
    this.keepsRequests = options.keepsRequests ?? true;
    this.school = new FakeSchool(options.snapshot ?? sampleSnapshot(), options.realtime ?? 'on');
    this.school.addScreen(SAMPLE_TOKEN);
    const gateway = { ...GATEWAY_DEFAULTS, ...options.gateway };
    this.gateway = new FakeGateway(this.school, this.timeline, gateway);
  }

  get revision(): Revision {
    return this.school.body.revision;
  }

  /** Publishes and tells every screen. Without `change` only the revision is new. */
  publish(
    change: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot,
    options: { readonly urgent?: boolean } = {},
  ): Revision {
    const { revision } = this.school.publish(change);
    this.gateway.invalidate({ revision, ...(options.urgent === true && { urgent: true }) });
    return revision;
  }

  /** Changes what belongs to one screen alone, and tells it (SNAP-8). */
  changeScreen(changes: Partial<ScreenInfo>, token = SAMPLE_TOKEN): void {
    const screenVersion = this.school.changeScreen(token, changes);
    this.gateway.invalidate({ revision: this.revision, screenVersion }, token);
  }

  /** Switches realtime; off closes every socket (P-6). */
  setRealtime(realtime: 'on' | 'off'): void {
    this.school.realtime = realtime;
    if (realtime === 'off') this.gateway.close(CLOSE_CODES.realtimeOff);
  }

  /** The process ends: sockets are closed, requests refused. */
  stop(): void {
    this.isUp = false;
    this.gateway.close(CLOSE_CODES.restarting);
  }

  start(): void {
    this.isUp = true;
  }

  /**
   * For links: answers a request that has just arrived and met `fault`.
   * @returns undefined where nothing comes back.
   */
  answer(request: SourceRequest, fault: RequestFault | undefined): SourceOutcome | undefined {
    const outcome = this.outcomeOf(request, fault);
    if (this.keepsRequests) {
      const answer = fault?.kind ?? (outcome.kind === 'failed' ? codeOf(outcome) : outcome.kind);
      this.received.push({ atMs: this.timeline.nowMs, request, answer });
    }
    return fault?.kind === 'lost' ? undefined : outcome;
  }

  /** For links: the same for a part of a file (HTTP-8). */
  answerMedia(request: MediaRequest, fault: RequestFault | undefined): MediaOutcome | undefined {
    const outcome = this.mediaOutcomeOf(request, fault);
    if (this.keepsRequests) {
      const answer = fault?.kind ?? (outcome.kind === 'failed' ? outcome.failure.cause : 'part');
      this.receivedMedia.push({ atMs: this.timeline.nowMs, request, answer });
    }
    return fault?.kind === 'lost' ? undefined : outcome;
  }

  /** For links: a socket that reaches the server. */
  connect(socket: FakeSocket, closeCode: number | undefined): void {
    if (!this.isUp) socket.end(1006);
    else this.gateway.accept(socket);
    if (closeCode !== undefined) socket.end(closeCode);
  }

  private outcomeOf(request: SourceRequest, fault: RequestFault | undefined): SourceOutcome {
    if (!this.isUp || fault?.kind === 'refused' || fault?.kind === 'lost') return REFUSED;
    const limited = this.takeOf(this.limit, request.credentials.deviceId);
    if (limited !== undefined) return limited;
    const outcome = answerRequest(this.school, request, this.timeline.nowMs);
    return fault === undefined ? outcome : spoil(outcome, fault);
  }

  private mediaOutcomeOf(request: MediaRequest, fault: RequestFault | undefined): MediaOutcome {
    if (!this.isUp || fault?.kind === 'refused' || fault?.kind === 'lost') return REFUSED;
    const limited = this.takeOf(this.mediaLimit, request.credentials.deviceId);
    if (limited !== undefined) return limited;
    const outcome = answerMediaRequest(this.school, request);
    return fault === undefined ? outcome : spoilMedia(outcome, fault);
  }

  private takeOf(limit: RequestLimit, deviceId: string): Failed | undefined {
    const waitMs = limit.take(deviceId, this.timeline.nowMs);
    if (waitMs === 0) return undefined;
    this.limited += 1;
    return rejected('rate_limited', waitMs);
  }
}

type Failed = Extract<SourceOutcome, { kind: 'failed' }>;

const REFUSED: Failed = {
  kind: 'failed',
  failure: { cause: 'network', detail: 'connection refused' },
};

function codeOf({ failure }: Failed): string {
  return failure.cause === 'rejected' ? failure.code : failure.cause;
}
