import type { Logger } from '../index.js';

/** What is used of `navigator`; old engines and plain http have no `storage`. */
export interface StorageOwner {
  readonly storage?: Pick<StorageManager, 'persist'>;
}

/** Asks the browser not to evict what this page has stored when the device's space runs out (P-1). */
export function askToKeepStorage(logger: Logger, owner: StorageOwner = navigator): void {
  const { storage } = owner;
  if (storage === undefined) return;
  const tell = (kept: boolean): void =>
    logger.log({ level: 'info', name: 'shell.storage-kept', details: { kept } });
  storage.persist().then(tell, () => tell(false));
}
