import type { DisplayObserver } from '../display/display-observer.js';
import type { ScreenWitness } from '../display/screen-witness.js';
import type { GatewayObserver } from '../gateway/gateway-observer.js';

/** For tests that measure nothing. */
export const silentObserver: DisplayObserver & GatewayObserver & ScreenWitness = {
  answered: () => undefined,
  refused: () => undefined,
  announced: () => undefined,
  socketClosed: () => undefined,
  seen: () => undefined,
  reported: () => undefined,
};
