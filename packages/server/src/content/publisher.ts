import type { Revision, Violation } from '@hallboard/shared';
import type { Bus } from '../bus/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { SchoolRecord, ScreenRecord } from '../store/records.js';
import type { Store } from '../store/store.js';

export interface PublisherOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  /** Makes screens' tokens and ids. */
  readonly random: Random;
}

/** What was given breaks a rule; every violation is named by its path. */
export interface Invalid {
  readonly kind: 'invalid';
  readonly violations: readonly Violation[];
}

/** A body would be larger than SNAP-5 allows. */
export interface TooLarge {
  readonly kind: 'too-large';
  /** Of the view that is too large. */
  readonly viewKey: string;
  readonly encoding: 'json' | 'brotli';
  readonly bytes: number;
  readonly limitBytes: number;
  /** The parts of the snapshot and their JSON sizes, the largest first. */
  readonly parts: readonly { readonly path: string; readonly bytes: number }[];
}

export interface UnknownSchool {
  readonly kind: 'unknown-school';
}

export interface Published {
  readonly kind: 'published';
  readonly revision: Revision;
}

export type PublishResult =
  | Published
  | Invalid
  | TooLarge
  | UnknownSchool
  /** `ifMatch` named another revision than the current one. */
  | { readonly kind: 'revision-mismatch'; readonly current: Revision };

export type AddSchoolResult =
  | { readonly kind: 'added'; readonly school: SchoolRecord }
  | Invalid
  | { readonly kind: 'taken' };

export type AddScreenResult =
  /** The token is told this once; only its hash is kept (SEC-1). */
  | { readonly kind: 'added'; readonly screen: ScreenRecord; readonly token: string }
  | Invalid
  | TooLarge
  | UnknownSchool
  /** The id that was asked for belongs to another screen. */
  | { readonly kind: 'taken' };

export type ChangeScreenResult =
  | { readonly kind: 'changed'; readonly screen: ScreenRecord }
  | Invalid
  | TooLarge
  /** No such screen in this school, or it is revoked. */
  | { readonly kind: 'unknown-screen' };

export type RollResult =
  | Published
  /** The program already reaches as far as it should today. */
  | { readonly kind: 'current' }
  | Invalid
  | TooLarge
  | UnknownSchool;

/**
 * The one way in which a school's content, or the set of its views, changes. Publishing builds every
 * body in use and stores them in one write; serving only reads (SNAP-5). Every method rejects with
 * `StoreUnavailableError` when the store cannot answer.
 */
export interface Publisher {
  /** @param school as `newSchoolSchema` has it; it starts with content that shows its name and day. */
  addSchool(school: unknown): Promise<AddSchoolResult>;
  /** @param content as `schoolContentSchema` has it. */
  publish(
    schoolId: string,
    content: unknown,
    options?: { readonly ifMatch?: Revision },
  ): Promise<PublishResult>;
  /** @param screen as `newScreenSchema` has it. */
  addScreen(schoolId: string, screen: unknown): Promise<AddScreenResult>;
  /** @param change as `screenChangeSchema` has it; a change of view is a publish (SNAP-5). */
  changeScreen(schoolId: string, screenId: string, change: unknown): Promise<ChangeScreenResult>;
  /** Publishes the same content for the program's next days, once per local date (SNAP-6). */
  rollHorizon(schoolId: string): Promise<RollResult>;
  /** When to call `rollHorizon` next, ms since the epoch: in the school's night (SNAP-6). */
  nextRollAtMs(school: Pick<SchoolRecord, 'id' | 'zone'>): number;
}

export function createPublisher(_options: PublisherOptions): Publisher {
  throw new Error('not written yet');
}
