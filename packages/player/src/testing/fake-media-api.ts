import type { MediaOutcome, MediaRequest } from '../ports/media-source.js';
import { rejected } from './fake-display-api.js';
import type { FakeSchool } from './fake-school.js';
import type { RequestFault } from './faults.js';

/** Files as the player's source reports them (HTTP-8). */
export function answerMediaRequest(school: FakeSchool, request: MediaRequest): MediaOutcome {
  const { credentials, hash, fromByte, toByte } = request;
  const admission = school.admit(credentials.token, credentials.deviceId);
  if (admission.kind === 'unknown') return rejected('unknown_screen');
  if (admission.kind === 'bound-elsewhere') return rejected('screen_bound');
  const file = school.files.get(hash);
  if (file === undefined) return rejected('not_found');
  return { kind: 'part', fromByte, bytes: file.slice(fromByte, toByte) };
}

/** What the player's source makes of a right answer that met `fault` on its way. */
export function spoilMedia(outcome: MediaOutcome, fault: RequestFault): MediaOutcome {
  switch (fault.kind) {
    case 'refused':
    case 'lost':
      return { kind: 'failed', failure: { cause: 'network', detail: 'refused' } };
    case 'portal':
    case 'not-modified':
      return { kind: 'failed', failure: { cause: 'not-ours', detail: fault.kind } };
    case 'error': {
      const { kind: _, ...error } = fault;
      return { kind: 'failed', failure: { cause: 'rejected', ...error } };
    }
    case 'truncated':
      return withBytes(outcome, (bytes) => bytes.slice(0, bytes.length / 2));
    case 'wrong-body':
      return withBytes(outcome, (bytes) => bytes.map((byte) => byte ^ 1));
    case 'cached':
    case 'slow':
      return outcome;
  }
}

function withBytes(outcome: MediaOutcome, change: (bytes: Uint8Array) => Uint8Array): MediaOutcome {
  return outcome.kind === 'part' ? { ...outcome, bytes: change(outcome.bytes) } : outcome;
}
