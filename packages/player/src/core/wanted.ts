import type { Revision } from '@hallboard/shared';
import type { Shown } from './state.js';

/** Word that something newer exists: an `invalidate`, or a `welcome` that differs (WS-1, WS-5). */
export interface Wanted {
  readonly revision: Revision;
  /** Where the screen object is what changed (SNAP-8). */
  readonly screenVersion: number | undefined;
  readonly spreadMs: number;
  /** An alert, which may precede a Retry-After (ALERT-2). */
  readonly urgent: boolean;
}

/** Revisions are compared for equality only. */
export function isShown(shown: Shown, { revision, screenVersion }: Wanted): boolean {
  if (shown.kind === 'empty') return false;
  const { generation } = shown;
  if (generation.revision !== revision) return false;
  return screenVersion === undefined || screenVersion === generation.screen.version;
}

/** What is asked for when two meet: the later revision, and any urgency. */
export function newestOf(earlier: Wanted | undefined, later: Wanted): Wanted {
  return { ...later, urgent: later.urgent || earlier?.urgent === true };
}
