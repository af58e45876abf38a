import type * as v from 'valibot';

/** What a text has to be, where its schema has words of its own. */
export const WORDS = {
  sha256: 'must be a SHA-256 in hexadecimal',
  id: 'must be 1 to 120 letters, digits or _ . : / -',
  date: 'must be a date like 2026-11-24',
  time: 'must be a time like 08:35',
  color: 'must be a colour like #ffb84d',
  revision: 'must be <epoch>.<sequence>',
} as const;

/** In words for an administrator; holds nothing of the value, which may be anything. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const { type, expected, requirement, message } = issue;
  // A schema's own words are better than any made here.
  if (!message.startsWith('Invalid ')) return message;
  if (message.startsWith('Invalid key')) {
    return expected === 'never' ? 'is not a known field' : 'is missing';
  }
  switch (type) {
    case 'min_length':
      return requirement === 1 ? 'must not be empty' : `must have at least ${requirement}`;
    case 'max_length':
      return `must have at most ${requirement}`;
    case 'min_value':
      return `must be at least ${requirement}`;
    case 'max_value':
      return `must be at most ${requirement}`;
    default:
      return expected === null ? 'is not valid' : `must be ${expected}`;
  }
}
