/** Hears what becomes of sockets and of what they are told. */
export interface GatewayObserver {
  /** @param lost peers that were given up instead, since they take nothing (WS-4). */
  announced(sent: number, lost: number): void;
  /** @param reason why the server closed it, or `gone` where it did not. */
  socketClosed(reason: string): void;
}
