import type { Revision, ScreenInfo, ScreenReport, View } from '@hallboard/shared';
import type { RaisedAlert } from './raised-alert.js';

/** A school: the tenant. */
export interface SchoolRecord {
  readonly id: string;
  readonly name: string;
  /** IANA zone of the newest publish; its nights are when the horizon rolls (SNAP-6). */
  readonly zone: string;
  /** Of the newest publish, from 1. With the store's epoch it makes the revision. */
  readonly sequence: number;
  /** The last local date that the published program covers, `YYYY-MM-DD` (SNAP-6). */
  readonly horizon: string;
  /** The school's own say in FLAG-1; absent: it follows percentage and default. */
  readonly realtime?: 'on' | 'off';
  /** Any number of devices may show each of its screens (BIND-3). Absent: as the server's setting. */
  readonly multiDevice?: true;
  /** Of pages that may show this school's screens, beside those of the settings. Absent: none. */
  readonly embedOrigins?: readonly string[];
  /** The alerts of the newest publish that are not part of its content. Absent: none. */
  readonly alerts?: readonly RaisedAlert[];
  /** Advances with every change of this school's content, screens, bindings or flags (SRV-8). */
  readonly changes: number;
}

/** A screen: one place on a wall. Its token is known only by its hash (SEC-1). */
export interface ScreenRecord {
  /** Unique over all schools. */
  readonly id: string;
  readonly schoolId: string;
  /** SHA-256 of the token, hexadecimal. */
  readonly tokenHash: string;
  readonly view: View;
  readonly info: ScreenInfo;
  /** The device that owns it; absent while unbound (BIND-1). */
  readonly deviceId?: string;
  /** The device that was unbound last, until another has claimed or it is readmitted (BIND-4). */
  readonly barredDeviceId?: string;
  /** A tombstone: the token answers 404 from this instant on, ms since the epoch. */
  readonly revokedAtMs?: number;
}

/** One view's snapshot at one revision, in the forms that are sent (SNAP-5). */
export interface BodyRecord {
  /** From `viewKey()`. */
  readonly viewKey: string;
  readonly revision: Revision;
  /** Quoted, as it is sent. */
  readonly etag: string;
  readonly json: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

/** Names a view, so that equal views share one body (SNAP-5): `board`, `board+hall+year-7`. */
export function viewKey(view: View): string {
  return [view.layout, ...[...new Set(view.groups)].sort()].join('+');
}

/** What the history of a school's content tells of a publish. */
export interface PublishNote {
  readonly atMs: number;
  /** What the key that published was called; absent: nobody's, such as a new school's first. */
  readonly by?: string;
  /** What it changed, in a few words; never contents. */
  readonly what: string;
}

/** A publish of content, kept so that the school can return to it. */
export interface PastPublish extends PublishNote {
  readonly sequence: number;
}

/**
 * A device that waits for a screen (BIND-5). All three secrets are known by what they lead to: the
 * device's own by its hash, and the token that it would get by the hash alone too.
 */
export interface PairingRecord {
  /** Shown on the device: whoever reads it can approve it, and nothing else. */
  readonly code: string;
  /** SHA-256 of the device's own secret, hexadecimal. */
  readonly secretHash: string;
  /** SHA-256 of the token that an approval gives to a screen, hexadecimal. */
  readonly tokenHash: string;
  /** Until when it can be approved, ms since the epoch. */
  readonly expiresAtMs: number;
  /** Until when an approval can be fetched, ms since the epoch; then it is forgotten. */
  readonly keptUntilMs: number;
}

/**
 * What a key may do (SEC-4): `owner` everything, `it` everything but keys and new schools, `office`
 * what a school's office changes from day to day.
 */
export const ADMIN_ROLES = ['owner', 'it', 'office'] as const;
export type AdminRole = (typeof ADMIN_ROLES)[number];

/** An administrator's key, known only by its hash (SEC-1). */
export interface AdminKeyRecord {
  readonly id: string;
  readonly name: string;
  readonly role: AdminRole;
  /** The schools that it is for; absent: all, and the installation itself (SEC-4). */
  readonly schools?: readonly string[];
  /** SHA-256 of the key, hexadecimal. */
  readonly keyHash: string;
  readonly createdAtMs: number;
  /** It opens nothing from this instant on, ms since the epoch; absent: it does not expire. */
  readonly expiresAtMs?: number;
  /** A tombstone: it opens nothing, and can still be told from others in the audit log. */
  readonly revokedAtMs?: number;
  /** When it was used last, coarsely, ms since the epoch; absent: never. */
  readonly usedAtMs?: number;
}

/** A change through the administrators' API, as it begins (SEC-1). It holds no secret. */
export interface AuditNote {
  readonly atMs: number;
  readonly requestId: string;
  readonly keyId: string;
  /** As the key was called then. */
  readonly keyName: string;
  readonly role: AdminRole;
  /** Such as `screen.revoke`. */
  readonly action: string;
  /** Absent: it is no single school's. */
  readonly schoolId?: string;
  /** The id of what is changed within the school or the installation. */
  readonly target?: string;
}

/** What is known of a change once it was accepted. */
export interface AuditResult {
  /** Where the note could not name it yet. */
  readonly target?: string;
  /** A few words; never contents. */
  readonly summary?: string;
}

export interface AuditRecord extends AuditNote, AuditResult {
  /** Ascending in the order in which changes began; not without gaps. */
  readonly seq: number;
  /** `unknown`: it is under way, or the server or the client was gone before the answer. */
  readonly outcome: 'done' | 'unknown';
}

/** What the store says of all schools at once, for the sweep (SRV-8). */
export interface ChangeCounters {
  readonly epoch: string;
  readonly global: number;
  readonly schools: ReadonlyMap<string, number>;
}

/** A small text of the whole installation, which nodes write in turns. */
export interface StoredDocument {
  readonly text: string;
  /** From 1; advances with each write. */
  readonly version: number;
}

/** What a screen said of itself, as it arrived (OBS-3). */
export interface ReportRecord {
  /** The server's clock, ms since the epoch. */
  readonly receivedAtMs: number;
  /** The device's engine: the request's `User-Agent`, cut short. */
  readonly userAgent: string;
  readonly report: ScreenReport;
}

/** How a screen was last heard of. Coarse: it is written once a minute at most, or for news. */
export interface ScreenSightRecord {
  readonly screenId: string;
  /** When it was last answered, ms since the epoch. */
  readonly lastSeenMs: number;
  readonly report?: ReportRecord;
}
