import type { PlayerStatus } from '../index.js';

/**
 * Writes how the screen is doing onto the page, where remote control, a test or a person with the
 * browser's tools finds it: `data-connection`, `data-storage`, `data-sound`,
 * `data-snapshot-stored` and `data-offline-ready`.
 */
export function showStatus(root: HTMLElement, status: PlayerStatus): void {
  const { dataset } = root;
  dataset.connection = status.connection;
  dataset.storage = status.storage ?? 'unknown';
  dataset.sound = status.sound;
  dataset.snapshotStored = String(!status.degradations.includes('no-stored-snapshot'));
  dataset.offlineReady = String(status.offlineReady);
}
