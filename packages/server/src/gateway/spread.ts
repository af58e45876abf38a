/** Sockets up to which an alert is announced to all at once. */
const ALERT_AT_ONCE = 2000;

/**
 * The window over which the affected screens space their requests (WS-8).
 *
 * @param sockets that are affected.
 * @returns milliseconds, whole.
 */
export function spreadMs(sockets: number, urgent = false): number {
  if (!urgent) return clamp(sockets, 250, 10_000);
  return sockets <= ALERT_AT_ONCE ? 0 : Math.min(2500, Math.ceil(sockets * 0.25));
}

/** The window over which a node's sockets come back (WS-6). @returns milliseconds, whole. */
export function reconnectMs(sockets: number): number {
  return clamp(sockets, 1000, 10_000);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
