import type { Response } from 'express';
import { requestIdOf } from '../../http/request-log.js';
import type { Logger } from '../../logging/logger.js';
import type { Clock } from '../../ports/clock.js';
import type { AdminKeyRecord, AuditNote, AuditResult } from '../../store/records.js';
import type { Store } from '../../store/store.js';

export interface AuditTrailOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** `AUDIT_MAX_ENTRIES`. */
  readonly maxEntries: number;
}

/**
 * Notes every change that an administrator makes (SEC-1). A change and its entry are not one
 * transaction: on Redis they live in different hash slots, and a publish is more than one write. So
 * the entry comes first, with the outcome `unknown`; it becomes `done` when the change was accepted,
 * and is dropped when it was refused. Whatever fails in between leaves an entry too many, marked as
 * such, and never a change without one. If the entry cannot be written, nothing is changed (503).
 */
export interface AuditTrail {
  /** Notes a change that is about to begin, and what becomes of it by the answer's status. */
  begin(change: AuditedChange, key: AdminKeyRecord, response: Response): Promise<void>;
}

export type AuditedChange = Pick<AuditNote, 'action' | 'schoolId' | 'target'>;

/** What handlers said of the change that they made. */
const results = new WeakMap<Response, AuditResult>();

/** For handlers: names what was changed, in a few words without contents or secrets. */
export function describeChange(response: Response, result: AuditResult): void {
  results.set(response, result);
}

export function createAuditTrail(options: AuditTrailOptions): AuditTrail {
  const { store, clock, logger, maxEntries } = options;
  return {
    async begin(change, { id: keyId, name: keyName, role }, response) {
      const requestId = requestIdOf(response);
      const note = { atMs: clock.wallMs(), requestId, keyId, keyName, role, ...change };
      const seq = await store.beginAudit(note, maxEntries);
      response.on('finish', () => {
        const { statusCode } = response;
        // A store that failed may have made the change all the same.
        if (statusCode >= 500) return;
        const isAccepted = statusCode < 400;
        const ended = isAccepted
          ? store.settleAudit(seq, results.get(response) ?? {})
          : store.dropAudit(seq);
        ended.catch((error: unknown) => {
          logger.warn('An entry of the audit log stays unknown', {
            requestId,
            reason: String(error),
          });
        });
      });
    },
  };
}
