import type { ErrorCode, Violation } from '@hallboard/shared';

export interface ApiErrorDetails {
  /** Everything that is wrong, by path. */
  readonly violations?: readonly Violation[];
  /** When to come back. */
  readonly retryAfterMs?: number;
  /** The methods that would do, for `method_not_allowed`. */
  readonly allow?: string;
  readonly cause?: unknown;
}

/** A request that is refused, in the API's own terms. Its message is for the client to read. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly violations: readonly Violation[] | undefined;
  readonly retryAfterMs: number | undefined;
  readonly allow: string | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: ApiErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.violations = details.violations;
    this.retryAfterMs = details.retryAfterMs;
    this.allow = details.allow;
  }
}
