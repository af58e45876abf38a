import type { DisplayObserver } from './display/display-observer.js';
import type { RolloutObserver } from './flags/rollout/rollout-observer.js';
import type { GatewayObserver } from './gateway/gateway-observer.js';
import type { Metrics } from './metrics/metrics.js';

/** Tells metrics and the rollout alike. */
export function combineObservers(
  metrics: Metrics,
  rollout: RolloutObserver,
): DisplayObserver & GatewayObserver {
  return {
    answered(endpoint, status, durationMs, cause, screen) {
      metrics.answered(endpoint, status, durationMs, cause);
      rollout.answered(endpoint, status, durationMs, cause, screen);
    },
    refused: (code) => metrics.refused(code),
    announced: (sent, lost) => metrics.announced(sent, lost),
    socketClosed(reason, membership) {
      metrics.socketClosed(reason);
      rollout.socketClosed(reason, membership);
    },
  };
}
