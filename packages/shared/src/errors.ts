import * as v from 'valibot';

/** Every error code of the HTTP APIs and the status that it comes with (HTTP-5). */
export const ERROR_STATUS = {
  invalid_request: 400,
  invalid_content: 400,
  device_required: 400,
  token_required: 401,
  forbidden: 403,
  screen_bound: 403,
  /** The same bytes for unknown, revoked and other schools' tokens. */
  unknown_screen: 404,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  revision_mismatch: 412,
  too_large: 413,
  unsupported_media: 415,
  range_not_satisfiable: 416,
  upgrade_required: 426,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  /** The school, or the server, has no more room for files. */
  no_room: 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** What every answer that is an error says, whatever else it says. */
export const errorSchema = v.object({
  error: v.pipe(v.string(), v.maxLength(64)),
  message: v.string(),
});

/** The body of every answer that is an error. */
export const errorBodySchema = v.object({
  ...errorSchema.entries,
  /** For `invalid_content` and `invalid_request`: every violation, by path. */
  violations: v.exactOptional(v.array(v.object({ path: v.string(), message: v.string() }))),
});

export type ErrorBody = v.InferOutput<typeof errorBodySchema>;
