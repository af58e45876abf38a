import type { Membership } from './connection.js';

/** Hears what becomes of sockets and of what they are told. */
export interface GatewayObserver {
  /** @param lost peers that were given up instead, since they take nothing (WS-4). */
  announced(sent: number, lost: number): void;
  /**
   * @param reason why the server closed it; `left` where the page said that it goes, and `gone` where
   *   nobody said anything.
   * @param membership of which screen it was, if it had joined.
   */
  socketClosed(reason: string, membership: Membership | undefined): void;
}
