import type { Clock } from '../index.js';
import { countReload } from './reload-log.js';

const KEY = 'hallboard.reloads';

/**
 * Counts a reload. @returns what carries it out, or `undefined` where it would be one too many in an
 * hour (UPD-2).
 */
export type GuardedReload = () => (() => void) | undefined;

/** A page that cannot count its reloads makes none, since none would end a loop. */
export function createGuardedReload(
  page: Pick<Window, 'sessionStorage' | 'location'>,
  clock: Clock,
): GuardedReload {
  return () => {
    try {
      const { sessionStorage } = page;
      const counted = countReload(sessionStorage.getItem(KEY), clock.wallMs());
      if (counted === undefined) return undefined;
      sessionStorage.setItem(KEY, counted);
      return () => page.location.reload();
    } catch {
      return undefined;
    }
  };
}
