import { check, type Revision } from '@hallboard/shared';
import type { Bus } from '../bus/bus.js';
import type { MediaFiles, RemoveOutcome } from '../media/media-files.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { RaisedAlert } from '../store/raised-alert.js';
import type { SchoolRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import { checkContent } from './check-content.js';
import { refersTo } from './checks/check-media.js';
import { type ChangeOptions, createContentWriter } from './content-writer.js';
import { initialContent, newSchoolSchema } from './initial-content.js';
import { createKeyedQueue } from './keyed-queue.js';
import { createPastContents } from './past-contents.js';
import { createLocalTime } from './program/local-time.js';
import { horizonOf } from './program/materialise-program.js';
import type {
  AddSchoolResult,
  AddScreenResult,
  ChangeScreenResult,
  Current,
  PublishResult,
  RollResult,
  Unchanged,
  UnknownRevision,
} from './publish-results.js';
import { createPublishWriter, type Written } from './publish-writer.js';
import { nextRollAtMs } from './roll-time.js';
import type { SchoolContentInput } from './schema/content-schema.js';
import { createScreenWriter } from './screen-writer.js';
import { readStoredContent } from './stored-content.js';

export interface PublisherOptions {
  readonly store: Store;
  readonly bus: Bus;
  /** What content may refer to. */
  readonly media: Pick<MediaFiles, 'find' | 'remove'>;
  readonly clock: Clock;
  /** Makes screens' tokens and ids. */
  readonly random: Random;
}

/**
 * The one way in which a school's content, or the set of its views, changes. Publishing builds every
 * body in use and stores them in one write; serving only reads (SNAP-5). Every change is told on the
 * bus. Every method rejects with `StoreUnavailableError` when the store cannot answer.
 */
export interface Publisher {
  /** @param school as `newSchoolSchema` has it; its first content shows its name and the date. */
  addSchool(school: unknown, by?: string): Promise<AddSchoolResult>;
  /**
   * Changes the content, whole or a part of it, on top of whatever was published last.
   * @param change is given the content as it was written, and asked again if somebody else was
   * first; `undefined` leaves it as it is. What it returns is checked.
   */
  changeContent(
    schoolId: string,
    change: (content: SchoolContentInput) => unknown,
    options: ChangeOptions,
  ): Promise<PublishResult | Unchanged>;
  /**
   * Replaces all of a school's content.
   * @param content as `schoolContentSchema` has it.
   */
  publish(
    schoolId: string,
    content: unknown,
    options?: Partial<ChangeOptions>,
  ): Promise<PublishResult>;
  /** Publishes the content of an earlier publish, as the history has it, on top of the newest. */
  returnTo(
    schoolId: string,
    revision: Revision,
    options: ChangeOptions,
  ): Promise<PublishResult | UnknownRevision>;
  /** The content of a publish that the history has, as JSON text. */
  pastContent(schoolId: string, revision: Revision): Promise<string | undefined>;
  /**
   * Changes the alerts beside the content, whatever else is published meanwhile (ALERT-1).
   * @param change is given the alerts that are not over, and asked again if somebody else was
   * first; `undefined` leaves them as they are.
   */
  changeAlerts(
    schoolId: string,
    change: (
      alerts: readonly RaisedAlert[],
    ) => Promise<readonly RaisedAlert[] | undefined> | readonly RaisedAlert[] | undefined,
  ): Promise<Written | Unchanged>;
  /** @param screen as `newScreenSchema` has it; a view that is new to the school is a publish. */
  addScreen(schoolId: string, screen: unknown): Promise<AddScreenResult>;
  /** @param change as `screenChangeSchema` has it; a change of view is a publish. */
  changeScreen(schoolId: string, screenId: string, change: unknown): Promise<ChangeScreenResult>;
  /** Removes an uploaded file, unless the newest publish refers to it. */
  removeMedia(schoolId: string, hash: string): Promise<RemoveOutcome>;
  /** Publishes the same content for the program's next days, once per local date (SNAP-6). */
  rollHorizon(schoolId: string): Promise<RollResult>;
  /** When to call `rollHorizon` next, ms since the epoch: in the school's night (SNAP-6). */
  nextRollAtMs(school: Pick<SchoolRecord, 'id' | 'zone'>): number;
}

export function createPublisher(options: PublisherOptions): Publisher {
  const { store, bus, media, clock, random } = options;
  // One school's changes take turns, so that they supersede each other only between nodes.
  const queue = createKeyedQueue();
  const past = createPastContents(store, clock);
  const writer = createPublishWriter(store, past, clock);
  const notify = (schoolId: string, urgent = false) => bus.publish({ schoolId, urgent });
  const contents = createContentWriter({ store, writer, contents: past, media, notify });
  const screens = createScreenWriter({ store, writer, random, notify });

  return {
    async addSchool(input, by) {
      const school = check(newSchoolSchema, input);
      if (!school.ok) return { kind: 'invalid', violations: school.violations };
      const { id } = school.value;
      const first = initialContent(school.value);
      const content = checkContent(first);
      if (!content.ok) return { kind: 'invalid', violations: content.violations };
      const built = await writer.first(content.value, JSON.stringify(first), {
        ...(by !== undefined && { by }),
        what: 'the first content',
      });
      if (built.kind !== 'built') return built;
      if (!(await store.addSchool(id, built.state))) return { kind: 'taken' };
      notify(id);
      const added = await store.school(id);
      return added ? { kind: 'added', school: added } : { kind: 'taken' };
    },

    changeContent: (schoolId, change, given) =>
      queue.run(schoolId, () => contents.change(schoolId, change, given)),

    async publish(schoolId, input, given) {
      const options = { author: { what: 'content' }, ...given };
      // Nothing at all is no content, rather than no change.
      const content = input ?? null;
      const result = await queue.run(schoolId, () =>
        contents.change(schoolId, () => content, options),
      );
      if (result.kind === 'unchanged') throw new Error('content that is given is published');
      return result;
    },

    returnTo: (schoolId, revision, given) =>
      queue.run(schoolId, () => contents.returnTo(schoolId, revision, given)),

    pastContent: contents.past,

    changeAlerts: (schoolId, change) =>
      queue.run(schoolId, async () => {
        const result = await writer.write<Unchanged>(schoolId, async ({ school }) => {
          const held = school.alerts ?? [];
          const alerts = await change(held.filter(({ expiresAt }) => expiresAt > clock.wallMs()));
          if (alerts === undefined) return { kind: 'unchanged' };
          const stored = await readStoredContent(store, schoolId);
          return stored.kind === 'draft' ? { ...stored, alerts } : stored;
        });
        if (result.kind === 'published') notify(schoolId, true);
        return result;
      }),

    addScreen: (schoolId, screen) => queue.run(schoolId, () => screens.add(schoolId, screen)),

    changeScreen: (schoolId, screenId, change) =>
      queue.run(schoolId, () => screens.change(schoolId, screenId, change)),

    removeMedia: (schoolId, hash) =>
      queue.run(schoolId, async () => {
        if (refersTo(await store.content(schoolId), hash)) return 'in-use';
        return media.remove(schoolId, hash);
      }),

    rollHorizon: (schoolId) =>
      queue.run(schoolId, async () => {
        const result = await writer.write<Current>(schoolId, async ({ school }) => {
          const today = createLocalTime(school.zone).dateAt(clock.wallMs());
          // Not only when it is too near: a clock that was ahead has put it, and the days, too far.
          if (school.horizon === horizonOf(today)) return { kind: 'current' };
          return readStoredContent(store, schoolId);
        });
        if (result.kind === 'published') notify(schoolId);
        return result;
      }),

    nextRollAtMs: (school) => nextRollAtMs(school, clock.wallMs()),
  };
}
