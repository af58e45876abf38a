import { WebSocket } from 'ws';
import type { Connection } from './connection.js';
import type { Peer } from './peer.js';

const TEXT = { binary: false } as const;

/** A ws socket as a peer. It carries its own connection, so that all sockets share listeners. */
export class ScreenSocket extends WebSocket implements Peer {
  connection: Connection | undefined;

  sendText(frame: Buffer, flushed: () => void): void {
    this.send(frame, TEXT, flushed);
  }

  sendPing(flushed: () => void): void {
    this.ping(undefined, undefined, flushed);
  }
}
