/** What `reconnecting-websocket` needs of a socket class. */
export interface SocketClass {
  new (url: string, protocols?: string | string[]): WebSocket;
  readonly CLOSING: number;
}

/** Closed from the start, and silent: stands in for a socket that could not be made. */
const INERT = {
  readyState: 3,
  binaryType: 'blob',
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  close: () => undefined,
  send: () => undefined,
};

/**
 * A socket class whose constructor never throws, since `reconnecting-websocket` would leave such an
 * error as an unhandled rejection and stick (WS-7).
 * @param onFailure called, at most once for each socket, when the real constructor threw.
 */
export function guardSocketClass(socketClass: SocketClass, onFailure: () => void): object {
  function Guarded(url: string): object {
    try {
      return new socketClass(url);
    } catch {
      onFailure();
      return INERT;
    }
  }
  // By this the library tells a socket class from anything else.
  return Object.assign(Guarded, { CLOSING: socketClass.CLOSING });
}
