import type { ServerMessage } from '@hallboard/shared';
import type { ChannelAttempt, ChannelEvent } from '../ports/invalidation-channel.js';
import type { ManualClock } from './manual-clock.js';

/** What a socket needs to know of the network that it runs over. */
export interface Wire {
  readonly clock: ManualClock;
  /** One way. */
  latencyMs(): number;
  /** Frames are lost, and neither end is told. */
  isHalfOpen(): boolean;
}

/** The server's ear. */
export interface SocketHandler {
  onFrame(socket: FakeSocket, text: string): void;
  onClosed(socket: FakeSocket): void;
}

/** Both ends of one socket, with the wire between them. Events keep their order. */
export class FakeSocket implements ChannelAttempt {
  private readonly wire: Wire;
  private readonly listener: (event: ChannelEvent) => void;
  private handler: SocketHandler | undefined;
  private phase: 'connecting' | 'open' | 'closed' = 'connecting';
  private arrivesAtMs = 0;

  constructor(wire: Wire, listener: (event: ChannelEvent) => void) {
    this.wire = wire;
    this.listener = listener;
  }

  /** Whether the client has let go of it, which the server need not know. */
  get isGone(): boolean {
    return this.phase === 'closed';
  }

  /** Client side. */
  send(text: string): void {
    if (this.phase !== 'open' || this.wire.isHalfOpen()) return;
    this.wire.clock.timeline.after(this.wire.latencyMs(), () => {
      this.handler?.onFrame(this, text);
    });
  }

  /** Client side. The server learns of it unless the wire is half open. */
  close(): void {
    if (this.phase === 'closed') return;
    this.phase = 'closed';
    if (!this.wire.isHalfOpen()) this.handler?.onClosed(this);
  }

  /** Server side: accepts the socket. */
  accept(handler: SocketHandler): void {
    this.handler = handler;
    this.deliver(() => {
      if (this.phase !== 'connecting') return;
      this.phase = 'open';
      this.listener({ kind: 'open' });
    });
  }

  /** Server side. */
  push(message: ServerMessage): void {
    this.pushText(JSON.stringify(message));
  }

  /** Server side, for frames that no server of ours would send. */
  pushText(text: string): void {
    if (this.wire.isHalfOpen()) return;
    this.deliver(() => {
      if (this.phase === 'open') this.listener({ kind: 'frame', text });
    });
  }

  /** Server side, or the network's: the client sees `code`, or 1006 where it was told nothing. */
  end(code: number): void {
    this.handler?.onClosed(this);
    if (this.wire.isHalfOpen()) return;
    this.deliver(() => {
      if (this.phase === 'closed') return;
      this.phase = 'closed';
      this.listener({ kind: 'closed', code, reason: '' });
    });
  }

  private deliver(run: () => void): void {
    const { timeline } = this.wire.clock;
    this.arrivesAtMs = Math.max(this.arrivesAtMs, timeline.nowMs + this.wire.latencyMs());
    timeline.at(this.arrivesAtMs, () => this.wire.clock.whenRunning(run));
  }
}
