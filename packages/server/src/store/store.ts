import type { ScreenInfo, View } from '@hallboard/shared';
import type {
  AdminKeyRecord,
  BodyRecord,
  ChangeCounters,
  SchoolRecord,
  ScreenRecord,
} from './records.js';

/** A publish: one atomic, conditional write of the content and every body (SNAP-5). */
export interface PublishWrite {
  readonly schoolId: string;
  /** The sequence that the bodies were built on top of; the write is `base + 1`. */
  readonly baseSequence: number;
  /** The school's content as JSON text, as the administrator gave it. */
  readonly content: string;
  /** The last local date that the program covers. */
  readonly horizon: string;
  /** One for each view in use; they replace all earlier ones. */
  readonly bodies: readonly BodyRecord[];
  /** Screens added or changed by the same write, since a new view needs its body (SNAP-5). */
  readonly screens?: readonly ScreenRecord[];
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly school: SchoolRecord }
  /** Somebody else published first: build again on `sequence`. */
  | { readonly kind: 'superseded'; readonly sequence: number }
  | { readonly kind: 'unknown-school' };

/** Tells won, mine and taken apart (BIND-1). */
export type ClaimOutcome = 'won' | 'mine' | 'taken' | 'unknown-screen';

/**
 * The durable truth: what it acknowledged survives `kill -9` (SRV-5). Every method rejects with
 * `StoreUnavailableError` when the store cannot answer, and only then. Every write that changes
 * anything advances the school's change counter and the global one in the same transaction (SRV-8).
 */
export interface Store {
  /** Changes only when the store was replaced or restored. */
  epoch(): Promise<string>;
  counters(): Promise<ChangeCounters>;

  schools(): Promise<readonly SchoolRecord[]>;
  school(schoolId: string): Promise<SchoolRecord | undefined>;
  /** @returns `false` if the id is taken. */
  addSchool(school: { readonly id: string; readonly name: string }): Promise<boolean>;
  /** @returns `false` if there is no such school. `undefined` removes the school's own say. */
  setSchoolRealtime(schoolId: string, realtime: 'on' | 'off' | undefined): Promise<boolean>;

  /** The content of the newest publish, as JSON text. */
  content(schoolId: string): Promise<string | undefined>;
  publish(write: PublishWrite): Promise<PublishOutcome>;
  /** The bodies of the newest publish. */
  bodies(schoolId: string): Promise<readonly BodyRecord[]>;

  /** All screens of a school, revoked ones included. */
  screens(schoolId: string): Promise<readonly ScreenRecord[]>;
  screenByTokenHash(tokenHash: string): Promise<ScreenRecord | undefined>;
  /** Adds a screen whose view already has its body. @returns `false` if its id is taken. */
  addScreen(screen: ScreenRecord): Promise<boolean>;
  /** Replaces what belongs to the screen alone; the caller advances `info.version`. */
  updateScreen(
    screenId: string,
    change: { readonly info?: ScreenInfo; readonly view?: View },
  ): Promise<ScreenRecord | undefined>;
  /** Binds the device if the screen is unbound: one conditional write (BIND-1). */
  claimScreen(screenId: string, deviceId: string): Promise<ClaimOutcome>;

  adminKeys(): Promise<readonly AdminKeyRecord[]>;
  addAdminKey(key: AdminKeyRecord): Promise<void>;

  /** Realtime for the whole installation (FLAG-1). @default false in a new store. */
  realtimeDefault(): Promise<boolean>;
  setRealtimeDefault(on: boolean): Promise<void>;

  /** Idempotent. */
  close(): Promise<void>;
}
