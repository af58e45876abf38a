import { formatRevision, formatStatusTag, type Revision } from '@hallboard/shared';
import {
  type BodyRecord,
  type SchoolRecord,
  type ScreenRecord,
  viewKey,
} from '../store/records.js';

/** One screen as this node answers for it. Replaced whole when anything about it changes. */
export interface ServedScreen {
  readonly record: ScreenRecord;
  /** The school's current revision. */
  readonly revision: Revision;
  /** What `status` compares (SNAP-8). */
  readonly statusTag: string;
  /** The screen object, percent-encoded for its header. */
  readonly infoHeader: string;
  /** The stored snapshot of the screen's view. A revoked screen's view may have none. */
  readonly body: BodyRecord | undefined;
  /** The school's own say about realtime (FLAG-1). */
  readonly schoolRealtime: 'on' | 'off' | undefined;
  /** Whether the school lets any number of devices show it (BIND-3). */
  readonly schoolMultiDevice: boolean;
  /** Whose pages the school lets show it (SEC-2). */
  readonly schoolEmbedOrigins: readonly string[];
}

/** One school as this node serves it. Replaced whole when anything about it changes. */
export interface ServedSchool {
  readonly record: SchoolRecord;
  readonly epoch: string;
  readonly revision: Revision;
  /** By id; revoked ones included, since a tombstone is knowledge too. */
  readonly screens: ReadonlyMap<string, ServedScreen>;
}

/** What the store says of one school at one moment. */
export interface LoadedSchool {
  readonly epoch: string;
  readonly record: SchoolRecord;
  readonly screens: readonly ScreenRecord[];
  readonly bodies: readonly BodyRecord[];
}

/** Prepares everything that answers need, so that serving only reads (SNAP-5). */
export function serveSchool({ epoch, record, screens, bodies }: LoadedSchool): ServedSchool {
  const revision = formatRevision(epoch, record.sequence);
  const bodyOf = new Map(bodies.map((body) => [body.viewKey, body]));
  const served = screens.map((screen): [string, ServedScreen] => [
    screen.id,
    {
      record: screen,
      revision,
      statusTag: formatStatusTag(revision, screen.info.version),
      infoHeader: encodeURIComponent(JSON.stringify(screen.info)),
      body: bodyOf.get(viewKey(screen.view)),
      schoolRealtime: record.realtime,
      schoolMultiDevice: record.multiDevice === true,
      schoolEmbedOrigins: record.embedOrigins ?? [],
    },
  ]);
  return { record, epoch, revision, screens: new Map(served) };
}
