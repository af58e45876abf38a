import type { Revision, Violation } from '@hallboard/shared';
import type { SchoolRecord, ScreenRecord } from '../store/records.js';
import type { TooLarge } from './bodies/encode-body.js';

/** What was given breaks a rule; every violation is named by its path. Nothing was changed. */
export interface Invalid {
  readonly kind: 'invalid';
  readonly violations: readonly Violation[];
}

export interface UnknownSchool {
  readonly kind: 'unknown-school';
}

export interface Published {
  readonly kind: 'published';
  readonly revision: Revision;
}

/** `ifMatch` named another revision than the current one. */
export interface RevisionMismatch {
  readonly kind: 'revision-mismatch';
  readonly current: Revision;
}

export type PublishResult = Published | Invalid | TooLarge | UnknownSchool | RevisionMismatch;

/** Nothing was to be changed, so nothing was published. */
export interface Unchanged {
  readonly kind: 'unchanged';
}

/** The history has no publish of this revision, or no longer. */
export interface UnknownRevision {
  readonly kind: 'unknown-revision';
}

/** The id that was asked for belongs to another, of whichever school. */
export interface Taken {
  readonly kind: 'taken';
}

export type AddSchoolResult =
  | { readonly kind: 'added'; readonly school: SchoolRecord }
  | Invalid
  | TooLarge
  | Taken;

export type AddScreenResult =
  /** The token is told this once; only its hash is kept (SEC-1). */
  | { readonly kind: 'added'; readonly screen: ScreenRecord; readonly token: string }
  | Invalid
  | TooLarge
  | UnknownSchool
  | Taken;

/** No such screen in this school, or it is revoked. */
export interface UnknownScreen {
  readonly kind: 'unknown-screen';
}

export type ChangeScreenResult =
  | { readonly kind: 'changed'; readonly screen: ScreenRecord }
  | Invalid
  | TooLarge
  | UnknownSchool
  | UnknownScreen;

/** The program already reaches as far as it should today. */
export interface Current {
  readonly kind: 'current';
}

export type RollResult = Published | Current | Invalid | TooLarge | UnknownSchool;
