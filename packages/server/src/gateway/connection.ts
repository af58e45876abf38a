import { CLOSE_CODES, type CloseReason, type Invalidate } from '@hallboard/shared';
import { FrameLimit } from './frame-limit.js';
import { CLOSE_TEXTS, encodeFrame, HEARTBEAT_FRAME } from './frames.js';
import type { Peer } from './peer.js';

/** Unsent bytes beyond which a peer is given up (WS-4). */
const MAX_UNSENT_BYTES = 64 * 1024;

/** Pings in a row that may go unanswered. */
const MAX_MISSED_PONGS = 2;

/** Which screen a socket is for. */
export interface Membership {
  readonly schoolId: string;
  readonly screenId: string;
  readonly tokenHash: string;
  readonly deviceId: string;
}

/** How far a socket has come. */
export type Phase =
  /** Its `hello` is awaited; `address` is whom to count an unknown token for. */
  | { readonly kind: 'greeting'; readonly address: string }
  /** Its `hello` is being looked into. */
  | { readonly kind: 'joining' }
  | { readonly kind: 'joined'; readonly membership: Membership }
  | { readonly kind: 'closed' };

/** One socket of a screen, as the gateway sees it. */
export class Connection {
  phase: Phase;
  readonly frames = new FrameLimit();
  /** Which tick of the heartbeat is this connection's. */
  slot = 0;
  #missedPongs = 0;
  /** The newest announcement that a slow peer has yet to get. */
  #waiting: { readonly message: Invalidate; readonly frame: Buffer } | undefined;

  constructor(
    readonly peer: Peer,
    address: string,
    /** Of its page, where only a school may allow that (SEC-2). */
    readonly embedOrigin?: string,
  ) {
    this.phase = { kind: 'greeting', address };
  }

  /**
   * Sends a frame that has to arrive; ends a peer that has too much unsent.
   * @returns whether the peer is still there.
   */
  send(frame: Buffer): boolean {
    if (this.phase.kind === 'closed') return false;
    const isTaking = this.peer.bufferedAmount <= MAX_UNSENT_BYTES;
    if (isTaking) this.peer.sendText(frame, this.#flushed);
    else this.peer.terminate();
    return isTaking;
  }

  /**
   * Sends word of a revision; a slow peer gets only the newest, once it has taken the rest (WS-4).
   * What comes after an alert is as urgent as that, since it takes its place (ALERT-2).
   * @param frame the message as it is sent.
   * @returns whether the peer is still there.
   */
  announce(message: Invalidate, frame: Buffer): boolean {
    const { bufferedAmount } = this.peer;
    if (bufferedAmount === 0 || bufferedAmount > MAX_UNSENT_BYTES) return this.send(frame);
    const { urgent, spreadMs } = this.#waiting?.message ?? {};
    if (urgent && spreadMs !== undefined && !message.urgent) {
      const whole = { ...message, urgent, spreadMs };
      this.#waiting = { message: whole, frame: encodeFrame(whole) };
    } else this.#waiting = { message, frame };
    return true;
  }

  /** Says that the server is there and asks whether the peer is; ends one that has not answered. */
  beat(): void {
    if (this.#missedPongs >= MAX_MISSED_PONGS) {
      this.peer.terminate();
      return;
    }
    this.#missedPongs += 1;
    this.send(HEARTBEAT_FRAME);
    this.peer.sendPing(this.#flushed);
  }

  ponged(): void {
    this.#missedPongs = 0;
  }

  /** Starts the closing handshake. Idempotent. To be called by the gateway's `expel` alone. */
  close(reason: CloseReason): void {
    if (this.phase.kind === 'closed') return;
    this.phase = { kind: 'closed' };
    this.#waiting = undefined;
    this.peer.close(CLOSE_CODES[reason], CLOSE_TEXTS[reason]);
  }

  readonly #flushed = (): void => {
    if (this.#waiting === undefined || this.peer.bufferedAmount > 0) return;
    const { frame } = this.#waiting;
    this.#waiting = undefined;
    this.send(frame);
  };
}
