import { revisionSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { newSchoolSchema } from '../../content/initial-content.js';
import { schoolContentSchema } from '../../content/schema/content-schema.js';
import { newScreenSchema, screenChangeSchema } from '../../screens/screen-input.js';
import type { AdminRoute } from '../access/route-table.js';
import { auditQuerySchema } from '../audit/audit-routes.js';
import { auditEntrySchema } from '../audit/present-entry.js';
import { approvalSchema, multiDeviceSchema } from '../binding-routes.js';
import { embeddingSchema } from '../embedding-routes.js';
import { newKeySchema } from '../keys/key-input.js';
import { adminKeySchema } from '../keys/present-key.js';
import { pageQuerySchema } from '../page.js';
import { adminSchoolSchema, adminScreenSchema } from '../present.js';
import { commandSchema } from '../school-routes.js';
import { listedScreenSchema, screenListQuerySchema } from '../screen-list-routes.js';
import { CALENDAR_OPERATIONS } from './calendar-operations.js';
import { FLAG_OPERATIONS } from './flag-operations.js';
import { NOTICE_OPERATIONS } from './notice-operations.js';
import type { Operation } from './operation.js';
import { STATUS_OPERATIONS } from './status-operations.js';

const screenAnswer = v.object({ screen: adminScreenSchema });
/** The only time that anybody is told the token (SEC-1). */
const newTokenAnswer = v.object({ screen: adminScreenSchema, token: v.string() });
const keyAnswer = v.object({ key: adminKeySchema });
/** A page of a list; `next` is the `after` of the next one. */
function listAnswer<T extends v.ObjectEntries>(entries: T) {
  return v.object({ ...entries, next: v.exactOptional(v.string()) });
}

/** Every route, described. The schemas are the ones that validate. */
export const OPERATIONS: Readonly<Record<AdminRoute, Operation>> = {
  'GET /schools': {
    summary: 'Lists the schools that the key is for, in order of id.',
    query: pageQuerySchema,
    answer: listAnswer({ schools: v.array(adminSchoolSchema) }),
  },
  'POST /schools': {
    summary: 'Adds a school.',
    body: newSchoolSchema,
    status: 201,
    answer: v.object({ school: adminSchoolSchema }),
  },
  'GET /schools/:schoolId/embedding': {
    summary: 'Whose pages may show the screens of a school, beside those that the settings allow.',
    answer: embeddingSchema,
  },
  'PUT /schools/:schoolId/embedding': {
    summary: 'Says whose pages may show the screens of a school.',
    body: embeddingSchema,
    answer: embeddingSchema,
  },
  'GET /screens': {
    summary:
      'Lists the screens in use of the schools that the key is for, those without a device first.',
    query: screenListQuerySchema,
    answer: listAnswer({ screens: v.array(listedScreenSchema) }),
  },
  'GET /schools/:schoolId/screens': {
    summary: 'Lists the screens of a school, revoked ones included, in order of id.',
    query: pageQuerySchema,
    answer: listAnswer({ screens: v.array(adminScreenSchema) }),
  },
  'POST /schools/:schoolId/screens': {
    summary: 'Adds a screen; its token is told this once.',
    body: newScreenSchema,
    status: 201,
    answer: newTokenAnswer,
  },
  'PATCH /schools/:schoolId/screens/:screenId': {
    summary: 'Changes a screen; what is left out stays, and null removes.',
    body: screenChangeSchema,
    answer: screenAnswer,
  },
  'DELETE /schools/:schoolId/screens/:screenId': {
    summary: 'Revokes a screen for good.',
    answer: screenAnswer,
  },
  'POST /schools/:schoolId/screens/:screenId/unbind': {
    summary: 'Takes a screen from its device, which is barred until another has claimed it.',
    answer: screenAnswer,
  },
  'POST /schools/:schoolId/screens/:screenId/readmit': {
    summary: 'Lets the device that was unbound claim the screen again.',
    answer: screenAnswer,
  },
  'POST /schools/:schoolId/screens/:screenId/token': {
    summary: 'Gives a screen a new token, which is told this once; the old one dies.',
    status: 201,
    answer: newTokenAnswer,
  },
  'POST /schools/:schoolId/screens/:screenId/commands': {
    summary: 'Asks a screen to do something; it hears of it while its socket is open.',
    body: commandSchema,
    status: 202,
    answer: v.object({ id: v.string() }),
  },
  'POST /pairings/:code': {
    summary: 'Gives a screen to the device that shows the code.',
    body: approvalSchema,
    answer: screenAnswer,
  },
  'GET /schools/:schoolId/content': {
    summary: 'All that a school shows, as it was published.',
    hasRevision: true,
    answer: schoolContentSchema,
  },
  'PUT /schools/:schoolId/content': {
    summary: 'Publishes all that a school shows.',
    body: schoolContentSchema,
    hasRevision: true,
    answer: v.object({ revision: revisionSchema }),
  },
  ...NOTICE_OPERATIONS,
  ...CALENDAR_OPERATIONS,
  ...STATUS_OPERATIONS,
  ...FLAG_OPERATIONS,
  'PUT /schools/:schoolId/flags/multi-device': {
    summary: 'Whether any number of devices may show each screen of a school.',
    body: multiDeviceSchema,
    answer: multiDeviceSchema,
  },
  'POST /backups': {
    summary: "Writes a backup of the embedded store to the server's disk.",
    status: 201,
    answer: v.object({ backup: v.object({ path: v.string(), bytes: v.number() }) }),
  },
  'GET /keys': {
    summary: 'Lists the keys within the schools of this one, in order of creation.',
    query: pageQuerySchema,
    answer: listAnswer({ keys: v.array(adminKeySchema) }),
  },
  'POST /keys': {
    summary: 'Makes a key; its secret is told this once.',
    body: newKeySchema,
    status: 201,
    answer: v.object({ key: adminKeySchema, secret: v.string() }),
  },
  'DELETE /keys/:keyId': {
    summary: 'Revokes a key for good. The last that owns everything stays (409).',
    mayConflict: true,
    answer: keyAnswer,
  },
  'GET /audit': {
    summary: 'Who changed what, the newest first.',
    query: auditQuerySchema,
    answer: listAnswer({ entries: v.array(auditEntrySchema) }),
  },
  'GET /openapi.json': {
    summary: 'This description.',
    answer: v.looseObject({ openapi: v.string() }),
  },
};
