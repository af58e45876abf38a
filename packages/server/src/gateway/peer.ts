/** The part of a server-side socket that the gateway uses; `ScreenSocket` and tests' fakes are some. */
export interface Peer {
  /** Bytes that the other side has not taken yet. */
  readonly bufferedAmount: number;
  /** Sends a text frame. @param flushed is called when the frame has left, or never will. */
  sendText(frame: Buffer, flushed: () => void): void;
  /** Sends a protocol ping, which a browser answers by itself. */
  sendPing(flushed: () => void): void;
  /** Starts the closing handshake, so that a browser sees the code (WS-3). */
  close(code: number, reason: string): void;
  /** Ends the connection at once. */
  terminate(): void;
}
