import type { IncomingMessage } from 'node:http';
import type { Clock } from '../ports/clock.js';

/** How long a body may take, unless more is allowed. */
const BODY_MS = 15_000;

/**
 * Ends connections whose request does not arrive in time (SEC-3). Node's own limit is one for all,
 * and would have to be that of the largest upload.
 */
export class BodyDeadlines {
  readonly #cancels = new WeakMap<IncomingMessage, () => void>();

  constructor(private readonly clock: Clock) {}

  /** Holds a request that has just begun to the usual time. */
  watch(request: IncomingMessage): void {
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
    if ((length === undefined || length === '0') && coding === undefined) return;
    this.allow(request, BODY_MS);
    request.once('close', () => this.#cancels.get(request)?.());
  }

  /** Gives a request that is watched so long from now on. */
  allow(request: IncomingMessage, durationMs: number = BODY_MS): void {
    this.#cancels.get(request)?.();
    if (request.complete) return;
    const end = (): void => {
      if (!request.complete) request.socket.destroy();
    };
    this.#cancels.set(request, this.clock.setTimer(durationMs, end));
  }
}
