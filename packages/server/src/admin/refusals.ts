import type { Violation } from '@hallboard/shared';
import type { TooLarge } from '../content/bodies/encode-body.js';
import type { Invalid, Taken, UnknownSchool, UnknownScreen } from '../content/publish-results.js';
import { ApiError } from '../http/api-error.js';

/** The ways in which the publisher refuses. */
export type Refused = Invalid | TooLarge | UnknownSchool | UnknownScreen | Taken;

/**
 * @param code of what breaks a rule: content that is published, or a request.
 * @returns the error that names everything that is wrong.
 */
export function refusal(
  refused: Refused,
  code: 'invalid_content' | 'invalid_request' = 'invalid_request',
): ApiError {
  switch (refused.kind) {
    case 'invalid':
      return invalid(refused.violations, code);
    case 'too-large':
      return tooLarge(refused);
    case 'unknown-school':
      return new ApiError('not_found', 'There is no such school');
    case 'unknown-screen':
      return new ApiError('not_found', 'There is no such screen');
    case 'taken':
      return new ApiError('conflict', 'This id is taken');
  }
}

/** @returns an error that names each violation by its path. */
export function invalid(
  violations: readonly Violation[],
  code: 'invalid_content' | 'invalid_request' = 'invalid_request',
): ApiError {
  const count = violations.length === 1 ? '1 problem' : `${violations.length} problems`;
  const what = code === 'invalid_content' ? 'content' : 'request';
  return new ApiError(code, `The ${what} has ${count}`, { violations });
}

function tooLarge({ viewKey, encoding, bytes, limitBytes, parts }: TooLarge): ApiError {
  const message = `The view ${viewKey} would have ${bytes} bytes as ${encoding}; the limit is ${limitBytes}`;
  const violations = parts.map((part) => ({ path: part.path, message: `${part.bytes} bytes` }));
  return new ApiError('too_large', message, { violations });
}
