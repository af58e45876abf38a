import type { GuardedReload } from './guarded-reload.js';

export interface SafeRestartOptions {
  readonly reload: GuardedReload;
  /** Resolves where the page would come back: it is on the device, or the server answers. */
  readonly canRestart: () => Promise<void>;
}

/** @param isWanted asked again once it is known that the page would come back. */
export type SafeRestart = (isWanted: () => boolean) => void;

/** Reloads the page by its own decision, never into an error page of the browser (P-1, UPD-4). */
export function createSafeRestart({ reload, canRestart }: SafeRestartOptions): SafeRestart {
  return (isWanted) => {
    const restart = (): void => {
      if (isWanted()) reload()?.();
    };
    // Where it would not come back, the page that there is stays.
    canRestart().then(restart, () => undefined);
  };
}
