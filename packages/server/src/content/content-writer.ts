import { parseRevision, type Revision } from '@hallboard/shared';
import type { MediaFiles } from '../media/media-files.js';
import type { Store } from '../store/store.js';
import { checkContent } from './check-content.js';
import { checkMedia } from './checks/check-media.js';
import type { Author, PastContents } from './past-contents.js';
import type {
  PublishResult,
  RevisionMismatch,
  Unchanged,
  UnknownRevision,
} from './publish-results.js';
import type { PublishWriter } from './publish-writer.js';
import type { SchoolContentInput } from './schema/content-schema.js';
import { alertsDiffer } from './stored-content.js';

export interface ContentWriterOptions {
  readonly store: Store;
  readonly writer: PublishWriter;
  readonly contents: PastContents;
  readonly media: Pick<MediaFiles, 'find'>;
  /** Told of every publish; urgent where alerts differ (ALERT-2). */
  readonly notify: (schoolId: string, urgent: boolean) => void;
}

export interface ChangeOptions {
  /** Publishes only on top of this revision. */
  readonly ifMatch?: Revision;
  readonly author: Author;
}

/** Changes a school's content, whole or in part, and remembers what it was. */
export interface ContentWriter {
  /** @param change as for `Publisher.changeContent`. */
  change(
    schoolId: string,
    change: (before: SchoolContentInput) => unknown,
    options: ChangeOptions,
  ): Promise<PublishResult | Unchanged>;
  /** The content of a publish that the history has, as JSON text. */
  past(schoolId: string, revision: Revision): Promise<string | undefined>;
  /** Publishes the content of an earlier publish. */
  returnTo(
    schoolId: string,
    revision: Revision,
    options: ChangeOptions,
  ): Promise<PublishResult | UnknownRevision>;
}

export function createContentWriter(options: ContentWriterOptions): ContentWriter {
  const { store, writer, contents, media, notify } = options;

  async function change(
    schoolId: string,
    change: (before: SchoolContentInput) => unknown,
    { ifMatch, author }: ChangeOptions,
  ): Promise<PublishResult | Unchanged> {
    let isUrgent = false;
    const result = await writer.write<RevisionMismatch | Unchanged>(
      schoolId,
      async ({ revision }) => {
        if (ifMatch !== undefined && ifMatch !== revision) {
          return { kind: 'revision-mismatch', current: revision };
        }
        const stored = await store.content(schoolId);
        if (stored === undefined) return { kind: 'unknown-school' };
        const before = JSON.parse(stored);
        const content = change(before);
        if (content === undefined) return { kind: 'unchanged' };
        const checked = checkContent(content);
        if (!checked.ok) return { kind: 'invalid', violations: checked.violations };
        const violations = await checkMedia(checked.value, (hash) => media.find(schoolId, hash));
        if (violations.length > 0) return { kind: 'invalid', violations };
        isUrgent = alertsDiffer(before, content);
        return {
          kind: 'draft',
          content: checked.value,
          text: JSON.stringify(content),
          change: { before: stored, author },
        };
      },
    );
    if (result.kind === 'published') notify(schoolId, isUrgent);
    return result;
  }

  async function past(schoolId: string, revision: Revision): Promise<string | undefined> {
    const parsed = parseRevision(revision);
    if (parsed?.epoch !== (await store.epoch())) return undefined;
    return contents.read(schoolId, parsed.sequence);
  }

  return {
    change,
    past,
    async returnTo(schoolId, revision, given) {
      const text = await past(schoolId, revision);
      if (text === undefined) return { kind: 'unknown-revision' };
      const result = await change(schoolId, () => JSON.parse(text), given);
      return result.kind === 'unchanged' ? { kind: 'unknown-revision' } : result;
    },
  };
}
