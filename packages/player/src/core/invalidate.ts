import { abandon } from './refresh.js';
import { scheduleWanted } from './scheduler.js';
import type { Turn } from './turn.js';
import { isShown, newestOf, type Wanted } from './wanted.js';

/**
 * Word of something newer (WS-5). During a fetch it waits to be compared with that fetch's result;
 * only an alert does not wait for a request that may hang (ALERT-2).
 */
export function onWanted(turn: Turn, want: Wanted): void {
  const { network, shown } = turn.state;
  const isNews = !isShown(shown, want);
  if (network.kind === 'fetching') {
    const { attempt } = network;
    if (!isNews || !want.urgent || attempt.want?.urgent === true) {
      const noticed = newestOf(attempt.noticed, want);
      turn.state.network = { kind: 'fetching', attempt: { ...attempt, noticed } };
      return;
    }
    abandon(turn);
  }
  if (isNews) scheduleWanted(turn, want);
}
