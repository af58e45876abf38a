import {
  CLOSE_CODES,
  type Invalidate,
  readClientFrame,
  type ServerMessage,
} from '@hallboard/shared';
import type { FakeSchool } from './fake-school.js';
import type { FakeSocket, SocketHandler } from './fake-socket.js';
import type { Timeline } from './timeline.js';

export interface GatewayOptions {
  /** The window of an invalidate (WS-8). */
  readonly spreadMs: number;
  readonly heartbeatMs: number;
  readonly reconnectMs: number;
}

/** The server's end of the channel: hello, welcome, heartbeats, pushes and closes (WS-1..3). */
export class FakeGateway implements SocketHandler {
  /** Ids of the commands that were acknowledged. */
  readonly acks: string[] = [];
  private readonly school: FakeSchool;
  private readonly timeline: Timeline;
  private readonly options: GatewayOptions;
  /** Accepted sockets; the token is known once they have said hello. */
  private readonly tokens = new Map<FakeSocket, string | undefined>();

  constructor(school: FakeSchool, timeline: Timeline, options: GatewayOptions) {
    this.school = school;
    this.timeline = timeline;
    this.options = options;
  }

  /** How many sockets have been welcomed and not closed. */
  get welcomed(): number {
    return this.sockets().length;
  }

  accept(socket: FakeSocket): void {
    this.tokens.set(socket, undefined);
    socket.accept(this);
    if (this.school.realtime === 'off') socket.end(CLOSE_CODES.realtimeOff);
  }

  onFrame(socket: FakeSocket, text: string): void {
    if (!this.tokens.has(socket)) return;
    const frame = readClientFrame(text);
    if (frame.kind !== 'message') {
      if (frame.kind === 'malformed') socket.end(CLOSE_CODES.malformed);
      return;
    }
    const { message } = frame;
    if (message.type === 'hello') this.welcome(socket, message.token, message.device);
    else if (message.type === 'ping') socket.push({ type: 'pong' });
    else this.acks.push(message.id);
  }

  onClosed(socket: FakeSocket): void {
    this.tokens.delete(socket);
  }

  /** Tells every screen, or the one with `token`, that something changed. */
  invalidate(change: Omit<Invalidate, 'type' | 'spreadMs'>, token?: string): void {
    this.push({ type: 'invalidate', spreadMs: this.options.spreadMs, ...change }, token);
  }

  push(message: ServerMessage, token?: string): void {
    for (const socket of this.sockets(token)) socket.push(message);
  }

  pushText(text: string): void {
    for (const socket of this.sockets()) socket.pushText(text);
  }

  close(code: number, token?: string): void {
    for (const socket of this.sockets(token)) socket.end(code);
  }

  private welcome(socket: FakeSocket, token: string, deviceId: string): void {
    const admission = this.school.admit(token, deviceId);
    if (admission.kind !== 'admitted') {
      const isUnknown = admission.kind === 'unknown';
      socket.end(isUnknown ? CLOSE_CODES.unknownScreen : CLOSE_CODES.boundElsewhere);
      return;
    }
    this.tokens.set(socket, token);
    const { revision } = this.school.body;
    socket.push({
      type: 'welcome',
      protocol: 1,
      revision,
      screen: admission.info,
      ...this.options,
    });
    this.beat(socket);
  }

  /** A peer that went without a word is missed at the next beat (WS-4). */
  private beat(socket: FakeSocket): void {
    this.timeline.after(this.options.heartbeatMs, () => {
      if (socket.isGone) this.tokens.delete(socket);
      if (!this.tokens.has(socket)) return;
      socket.push({ type: 'heartbeat' });
      this.beat(socket);
    });
  }

  private sockets(token?: string): FakeSocket[] {
    return [...this.tokens]
      .filter(([, owner]) => owner !== undefined && (token === undefined || owner === token))
      .map(([socket]) => socket);
  }
}
