import type { FlagChange } from './flag-records.js';
import type { FlagStore } from './flag-store.js';
import type { RaisedAlert } from './raised-alert.js';
import type {
  AdminKeyRecord,
  AuditNote,
  AuditRecord,
  AuditResult,
  BodyRecord,
  ChangeCounters,
  PairingRecord,
  PastPublish,
  PublishNote,
  SchoolRecord,
  ScreenRecord,
  ScreenSightRecord,
  StoredDocument,
} from './records.js';

/** What a publish replaces: the content, what was taken from it, and every body (SNAP-5). */
export interface PublishedState {
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  /** The school's content as JSON text, as the administrator gave it. */
  readonly content: string;
  /** What it shows beside its content (ALERT-1). Absent: none. */
  readonly alerts?: readonly RaisedAlert[];
  /** The last local date that the program covers. */
  readonly horizon: string;
  /** One for each view in use; they replace all earlier ones. */
  readonly bodies: readonly BodyRecord[];
  /** To be kept in the school's history. Absent: it is there already. */
  readonly past?: PastContent;
}

/** Content as the history keeps it, beside the newest publish. */
export interface PastContent {
  readonly note: PublishNote;
  /** The content's JSON text, compressed. */
  readonly gzip: Buffer;
  /** Older ones than so many are forgotten. */
  readonly maxKept: number;
}

/** A publish: one atomic, conditional write. */
export interface PublishWrite extends PublishedState {
  readonly schoolId: string;
  /** The sequence that the bodies were built on top of; the write is `base + 1`. */
  readonly baseSequence: number;
  /** What the school showed until then, where the history lacks it: kept under the base. */
  readonly pastBefore?: PastContent;
  /**
   * Hashes of the uploaded files that content refers to which was not there before. A store that
   * keeps files too writes nothing where one is missing: it was removed meanwhile (`superseded`).
   */
  readonly files?: readonly string[];
  /** A screen added or changed by the same write, since a new view needs its body (SNAP-5). */
  readonly screen?: ScreenRecord;
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly school: SchoolRecord }
  /** Somebody else published first, changed a screen or removed a file. Nothing was written. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'unknown-school' };

/** `no-body`: the newest publish has no body for the screen's view, so the write is a publish. */
export type AddScreenOutcome = 'added' | 'taken' | 'no-body' | 'unknown-school';

/** `superseded`: somebody else changed the screen first. */
export type UpdateScreenOutcome = 'updated' | 'superseded' | 'no-body' | 'unknown-screen';

/**
 * Tells won, mine and taken apart (BIND-1). `barred`: the screen is free, but not for this device
 * (BIND-4). Revoked screens are unknown.
 */
export type ClaimOutcome = 'won' | 'mine' | 'taken' | 'barred' | 'unknown-screen';

/** `unchanged`: it had no device, or none was barred. */
export type UnbindOutcome = 'changed' | 'unchanged' | 'unknown-screen';

/** `taken`: the hash belongs to a screen already. */
export type ReplaceTokenOutcome = 'replaced' | 'taken' | 'unknown-screen';

/** What becomes of the device that owns a screen whose token is replaced. */
export type OwnerAfterwards = 'keep-owner' | 'free-owner';

/**
 * `last-owner`: no other key would be left that owns the whole installation and does not expire.
 * `unknown-key`: there is none with this id, or it is revoked already.
 */
export type RevokeKeyOutcome = 'revoked' | 'last-owner' | 'unknown-key';

export interface ScreensPart {
  /** Only ids after this one. */
  readonly after?: string;
  readonly limit: number;
}

export interface AuditQuery {
  /** Only of these schools; absent: of all, and of the installation. */
  readonly schoolIds?: readonly string[];
  /** Only entries before this `seq`. */
  readonly before?: number;
  readonly limit: number;
}

/**
 * The durable truth: what it acknowledged survives `kill -9` (SRV-5). Every method rejects with
 * `StoreUnavailableError` when the store cannot answer, and only then. Every write that changes
 * anything advances the school's change counter and the global one in the same transaction (SRV-8).
 */
export interface Store extends FlagStore {
  /** Changes only when the store was replaced or restored. */
  epoch(): Promise<string>;
  counters(): Promise<ChangeCounters>;

  /** In order of id. */
  schools(): Promise<readonly SchoolRecord[]>;
  school(schoolId: string): Promise<SchoolRecord | undefined>;
  /** Adds a school with its first publish, sequence 1. @returns `false` if the id is taken. */
  addSchool(schoolId: string, state: PublishedState): Promise<boolean>;
  /**
   * @param realtime `undefined` removes the school's own say.
   * @param change what the school's history remembers of it; a new school's first say needs none.
   * @returns `false` if there is no such school.
   */
  setSchoolRealtime(
    schoolId: string,
    realtime: 'on' | 'off' | undefined,
    change?: FlagChange,
  ): Promise<boolean>;
  /** BIND-3, for one school. @returns `false` if there is no such school. */
  setSchoolMultiDevice(schoolId: string, allowed: boolean): Promise<boolean>;
  /** SEC-2, for one school. @returns `false` if there is no such school. */
  setSchoolEmbedOrigins(schoolId: string, origins: readonly string[]): Promise<boolean>;

  /** The content of the newest publish, as JSON text. */
  content(schoolId: string): Promise<string | undefined>;
  publish(write: PublishWrite): Promise<PublishOutcome>;
  /** The publishes whose content is kept, the newest first. */
  history(schoolId: string): Promise<readonly PastPublish[]>;
  /** What a publish of the history had as its `gzip`. */
  pastContent(schoolId: string, sequence: number): Promise<Buffer | undefined>;
  /** The bodies of the newest publish. */
  bodies(schoolId: string): Promise<readonly BodyRecord[]>;

  /** All screens of a school, revoked ones included, in order of id; or a part of them. */
  screens(schoolId: string, part?: ScreensPart): Promise<readonly ScreenRecord[]>;
  screen(screenId: string): Promise<ScreenRecord | undefined>;
  screenByTokenHash(tokenHash: string): Promise<ScreenRecord | undefined>;
  /** Adds an unbound screen whose view already has its body. */
  addScreen(screen: ScreenRecord): Promise<AddScreenOutcome>;
  /**
   * Replaces the view and info of a screen that is not revoked; its token, device and school stay.
   * Written only if the stored `info.version` is one less than the new one.
   */
  updateScreen(screen: ScreenRecord): Promise<UpdateScreenOutcome>;
  /** Leaves a tombstone. @returns `false` if there is no such screen or it has one already. */
  revokeScreen(screenId: string, revokedAtMs: number): Promise<boolean>;
  /**
   * Binds the device if the screen is unbound and does not bar it: one conditional write (BIND-1).
   * Who wins lifts the bar (BIND-4).
   * @param lapsed an owner who has it no more, as if the screen were unbound (STORE-6).
   */
  claimScreen(screenId: string, deviceId: string, lapsed?: string): Promise<ClaimOutcome>;
  /** Takes the screen from its device and bars that device, in one write (BIND-4). */
  unbindScreen(screenId: string): Promise<UnbindOutcome>;
  /** Lifts the bar (BIND-4). */
  readmitDevice(screenId: string): Promise<UnbindOutcome>;
  /**
   * Replaces a screen's token: the old one is nobody's from then on (BIND-4). `free-owner` unbinds
   * the screen and lifts its bar in the same write, for the device that is given the new one (BIND-2).
   */
  replaceToken(
    screenId: string,
    tokenHash: string,
    owner: OwnerAfterwards,
  ): Promise<ReplaceTokenOutcome>;

  /**
   * Remembers a device that waits for a screen, and forgets those whose time is over. It is no change
   * of a school, so no counter advances.
   * @returns `false` if the code or the secret belongs to another that is kept.
   */
  addPairing(pairing: PairingRecord, nowMs: number): Promise<boolean>;
  /** @returns also one that is kept no longer, but not forgotten yet. */
  pairingByCode(code: string): Promise<PairingRecord | undefined>;
  pairingBySecret(secretHash: string): Promise<PairingRecord | undefined>;

  /** How a school's screens were last heard of, in order of id; of those that were (OBS-3). */
  sights(schoolId: string): Promise<readonly ScreenSightRecord[]>;
  /**
   * Keeps each sight and each report that is newer than what is kept; what has none leaves it. It
   * is no change of the school, so no counter advances.
   */
  saveSights(schoolId: string, sights: readonly ScreenSightRecord[]): Promise<void>;

  /** A document of the installation; it is no change of a school, so no counter advances. */
  document(name: string): Promise<StoredDocument | undefined>;
  /**
   * Writes a document, one conditional write.
   * @param replaces the version that was read; 0 where there is none yet.
   * @returns `false` if somebody else wrote first.
   */
  writeDocument(name: string, text: string, replaces: number): Promise<boolean>;

  /** In order of creation, those included that are revoked or expired. */
  adminKeys(): Promise<readonly AdminKeyRecord[]>;
  adminKeyByHash(keyHash: string): Promise<AdminKeyRecord | undefined>;
  /** @returns `false` if the id or the hash is taken. */
  addAdminKey(key: AdminKeyRecord): Promise<boolean>;
  /** Leaves a tombstone, in one write with the look for other owners (SEC-4). */
  revokeAdminKey(keyId: string, revokedAtMs: number): Promise<RevokeKeyOutcome>;
  /** Remembers a use. It is no change, so no counter advances. */
  noteAdminKeyUse(keyId: string, usedAtMs: number): Promise<void>;

  /**
   * Notes a change that begins, and forgets what is older than the newest `maxEntries`. It is no
   * change of a school, so no counter advances; nor do the next two.
   * @returns the entry's `seq`.
   */
  beginAudit(note: AuditNote, maxEntries: number): Promise<number>;
  /** The change was accepted. An entry that is forgotten already stays so. */
  settleAudit(seq: number, result: AuditResult): Promise<void>;
  /** The change was refused: nothing was changed, so nothing is kept. */
  dropAudit(seq: number): Promise<void>;
  /** The newest first. */
  audit(query: AuditQuery): Promise<readonly AuditRecord[]>;

  /** Idempotent. */
  close(): Promise<void>;
}
