import type { Peer } from '../gateway/peer.js';

/** A socket whose other side is the test. */
export class FakePeer implements Peer {
  /** Bytes that the other side does not take. */
  bufferedAmount = 0;
  /** Every text frame that was sent, decoded. */
  readonly sent: ReturnType<typeof JSON.parse>[] = [];
  pings = 0;
  closedWith: { readonly code: number; readonly reason: string } | undefined;
  terminated = false;
  #flushed: (() => void)[] = [];

  sendText(frame: Buffer, flushed: () => void): void {
    this.sent.push(JSON.parse(frame.toString('utf8')));
    this.#flushed.push(flushed);
  }

  sendPing(flushed: () => void): void {
    this.pings += 1;
    this.#flushed.push(flushed);
  }

  close(code: number, reason: string): void {
    this.closedWith = { code, reason };
  }

  terminate(): void {
    this.terminated = true;
  }

  /** The other side takes everything that it was sent. */
  drain(): void {
    this.bufferedAmount = 0;
    const flushed = this.#flushed;
    this.#flushed = [];
    for (const call of flushed) call();
  }

  /** The frames of one type. */
  of(type: string): ReturnType<typeof JSON.parse>[] {
    return this.sent.filter((frame) => frame.type === type);
  }
}
