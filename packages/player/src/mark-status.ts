import type { PlayerStatus } from './player-status.js';

/**
 * Writes how a player is doing onto its container, so that a page's tests and a support call can
 * read it: `data-connection`, `data-storage`, `data-snapshot-stored` and `data-offline-ready`.
 */
export function markStatus(container: HTMLElement, status: PlayerStatus): void {
  const { dataset } = container;
  dataset.connection = status.connection;
  dataset.storage = status.storage ?? 'unknown';
  dataset.snapshotStored = String(!status.degradations.includes('no-stored-snapshot'));
  dataset.offlineReady = String(status.offlineReady);
}
