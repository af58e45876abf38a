import { formatRevision, type Revision, type View } from '@hallboard/shared';
import type { Clock } from '../ports/clock.js';
import type { RaisedAlert } from '../store/raised-alert.js';
import { type SchoolRecord, type ScreenRecord, viewKey } from '../store/records.js';
import type { PublishedState, Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { buildBodies } from './bodies/build-bodies.js';
import type { TooLarge } from './bodies/encode-body.js';
import { filesOf } from './checks/check-media.js';
import type { Author, KeptContents, PastContents } from './past-contents.js';
import { createLocalTime } from './program/local-time.js';
import type { Invalid, Published, UnknownSchool } from './publish-results.js';
import type { SchoolContent } from './schema/content-schema.js';

/** Other nodes may publish in between so often before a publish gives up. */
const MAX_ATTEMPTS = 10;
/** Built while a school has no screens, so that its content is known to fit. */
const FIRST_VIEW: View = { layout: 'board', groups: [] };

/** A school as it is before a publish. */
export interface Base {
  readonly school: SchoolRecord;
  readonly revision: Revision;
}

/** What to publish. */
export interface Draft {
  readonly kind: 'draft';
  readonly content: SchoolContent;
  /** The same as the administrator gave it. */
  readonly text: string;
  /** Beside the content. Absent: those that were there. */
  readonly alerts?: readonly RaisedAlert[];
  /** Added or changed by the same write. */
  readonly screen?: ScreenRecord;
  /** A change of the content, for the history. Absent: the content is as it was. */
  readonly change?: { readonly before: string; readonly author: Author };
}

/** Somebody else was first, as `prepare` saw. */
export interface Retry {
  readonly kind: 'retry';
}

export type Written = Published | Invalid | TooLarge | UnknownSchool;

export interface PublishWriter {
  /** Builds the first publish of a school that is not there yet. */
  first(
    content: SchoolContent,
    text: string,
    author: Author,
  ): Promise<{ readonly kind: 'built'; readonly state: PublishedState } | Invalid | TooLarge>;
  /**
   * Builds every view in use on the current sequence and writes them, again if somebody else was
   * first. `prepare` is asked each time; what it returns other than a draft or `retry` ends it.
   * @throws StoreUnavailableError also if others were first every time.
   */
  write<Stop extends { readonly kind: string }>(
    schoolId: string,
    prepare: (base: Base) => Promise<Draft | Retry | Invalid | UnknownSchool | Stop>,
  ): Promise<Written | Stop>;
}

export function createPublishWriter(
  store: Store,
  contents: PastContents,
  clock: Clock,
): PublishWriter {
  async function build(
    draft: Omit<Draft, 'kind'>,
    kept: KeptContents,
    revision: Revision,
    views: View[],
  ) {
    const { content, text } = draft;
    const { name, zone } = content.school;
    const nowMs = clock.wallMs();
    const today = createLocalTime(zone).dateAt(nowMs);
    // Those that are over end by themselves on the screens, so no publish has to remove them.
    const alerts = (draft.alerts ?? []).filter(({ expiresAt }) => expiresAt > nowMs);
    const built = await buildBodies({ content, alerts, today, revision, views });
    if (built.kind !== 'built') return built;
    const { bodies, horizon } = built;
    return {
      kind: 'built',
      state: { name, zone, content: text, alerts, horizon, bodies, ...kept },
    } as const;
  }

  return {
    async first(content, text, author) {
      const kept = await contents.first(text, author);
      return build({ content, text }, kept, formatRevision(await store.epoch(), 1), [FIRST_VIEW]);
    },

    async write(schoolId, prepare) {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
        const school = await store.school(schoolId);
        if (!school) return { kind: 'unknown-school' };
        const epoch = await store.epoch();
        const draft = await prepare({ school, revision: formatRevision(epoch, school.sequence) });
        if (isRetry(draft)) continue;
        if (!isDraft(draft)) return draft;

        const revision = formatRevision(epoch, school.sequence + 1);
        const views = viewsInUse(await store.screens(schoolId), draft.screen);
        const { alerts = school.alerts ?? [], text, change } = draft;
        const kept = await contents.next(schoolId, change?.before ?? text, text, change?.author);
        const built = await build({ ...draft, alerts }, kept, revision, views);
        if (built.kind !== 'built') return built;
        const outcome = await store.publish({
          schoolId,
          baseSequence: school.sequence,
          ...built.state,
          ...(change && { files: filesOf(draft.content) }),
          ...(draft.screen && { screen: draft.screen }),
        });
        if (outcome.kind === 'published') return { kind: 'published', revision };
      }
      throw new StoreUnavailableError(`others published ${MAX_ATTEMPTS} times in a row`);
    },
  };
}

function isDraft(value: { readonly kind: string }): value is Draft {
  return value.kind === 'draft';
}

function isRetry(value: { readonly kind: string }): value is Retry {
  return value.kind === 'retry';
}

/** Each view of the screens that are not revoked, once, in a fixed order. */
function viewsInUse(screens: readonly ScreenRecord[], changed: ScreenRecord | undefined): View[] {
  const views = new Map<string, View>();
  for (const screen of screens) {
    if (screen.revokedAtMs !== undefined || screen.id === changed?.id) continue;
    views.set(viewKey(screen.view), screen.view);
  }
  if (changed) views.set(viewKey(changed.view), changed.view);
  if (views.size === 0) return [FIRST_VIEW];
  return [...views.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, view]) => view);
}
