import {
  alertSchema,
  mediaRefSchema,
  revisionSchema,
  screenInfoSchema,
  screenReportSchema,
  viewSchema,
} from '@hallboard/shared';
import * as v from 'valibot';
import { ADMIN_ROLES } from '../store/records.js';

/** Where the next page of a list begins. */
const pageEntries = { next: v.exactOptional(v.string()) };

/** What the administrators' API answers, as far as the commands use it. */
const schoolSchema = v.object({
  id: v.string(),
  name: v.string(),
  zone: v.string(),
  revision: revisionSchema,
  realtime: v.picklist(['on', 'off', 'default']),
});
export const schoolsAnswer = v.object({ schools: v.array(schoolSchema), ...pageEntries });
export const schoolAnswer = v.object({ school: schoolSchema });

const screenSchema = v.object({
  id: v.string(),
  view: viewSchema,
  info: screenInfoSchema,
  state: v.picklist(['unbound', 'bound', 'revoked']),
});
export const screensAnswer = v.object({ screens: v.array(screenSchema), ...pageEntries });
export const changedScreenAnswer = v.object({ screen: screenSchema });
export const screenAnswer = v.object({ screen: screenSchema, token: v.string() });

export const backupAnswer = v.object({
  backup: v.object({ path: v.string(), bytes: v.number() }),
});

const keySchema = v.object({
  id: v.string(),
  name: v.string(),
  role: v.picklist(ADMIN_ROLES),
  schools: v.exactOptional(v.array(v.string())),
  state: v.picklist(['active', 'expired', 'revoked']),
  expiresAt: v.exactOptional(v.string()),
  lastUsedAt: v.exactOptional(v.string()),
});
export const keysAnswer = v.object({ keys: v.array(keySchema), ...pageEntries });
export const keyAnswer = v.object({ key: keySchema });
export const createdKeyAnswer = v.object({ key: keySchema, secret: v.string() });

export const auditAnswer = v.object({
  entries: v.array(
    v.object({
      at: v.string(),
      key: v.object({ id: v.string(), name: v.string() }),
      action: v.string(),
      school: v.exactOptional(v.string()),
      target: v.exactOptional(v.string()),
      summary: v.exactOptional(v.string()),
      outcome: v.picklist(['done', 'unknown']),
    }),
  ),
  ...pageEntries,
});

export const commandAnswer = v.object({ id: v.string() });

export const publishedAnswer = v.object({ revision: revisionSchema });
export const realtimeAnswer = v.object({ realtime: v.string(), allowed: v.boolean() });

export const alertAnswer = v.object({ alert: alertSchema });
export const alertsAnswer = v.object({
  alerts: v.array(v.object({ ...alertSchema.entries, forAll: v.boolean() })),
});

const noticeSchema = v.object({
  id: v.string(),
  level: v.optional(v.string(), 'info'),
  title: v.string(),
  groups: v.optional(v.array(v.string()), () => []),
  validFrom: v.exactOptional(v.string()),
  validUntil: v.exactOptional(v.string()),
});
export const noticeAnswer = v.object({ announcement: noticeSchema, revision: revisionSchema });
export const noticesAnswer = v.object({ announcements: v.array(noticeSchema) });

const coverSchema = v.object({
  id: v.string(),
  class: v.string(),
  slot: v.string(),
  kind: v.optional(v.string(), 'cover'),
  absentTeacher: v.exactOptional(v.string()),
  teacher: v.exactOptional(v.string()),
  room: v.exactOptional(v.string()),
  note: v.exactOptional(v.string()),
});
export const coverAnswer = v.object({ cover: coverSchema, revision: revisionSchema });
export const coverOfDateAnswer = v.object({ cover: v.array(coverSchema) });
export const dayPlansAnswer = v.object({
  dayTemplates: v.array(v.object({ id: v.string(), title: v.string() })),
  dayPlans: v.array(
    v.object({
      date: v.string(),
      division: v.exactOptional(v.string()),
      template: v.exactOptional(v.string()),
      schedule: v.exactOptional(v.string()),
      cycleDay: v.exactOptional(v.string()),
      title: v.exactOptional(v.string()),
      source: v.exactOptional(v.string()),
    }),
  ),
});
export const publishesAnswer = v.object({
  publishes: v.array(
    v.object({
      revision: revisionSchema,
      at: v.string(),
      by: v.exactOptional(v.string()),
      what: v.string(),
    }),
  ),
});

const countsSchema = v.object({
  up: v.number(),
  stale: v.number(),
  silent: v.number(),
  never: v.number(),
});
export const fleetAnswer = v.object({
  counts: countsSchema,
  schools: v.array(v.object({ id: v.string(), counts: countsSchema })),
});
export const statusAnswer = v.object({
  counts: countsSchema,
  screens: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      state: v.string(),
      lastSeenAt: v.exactOptional(v.number()),
      report: v.exactOptional(v.object({ ...screenReportSchema.entries, userAgent: v.string() })),
    }),
  ),
});
export const flagsAnswer = v.object({
  allowed: v.boolean(),
  kill: v.picklist(['on', 'off']),
  percentage: v.nullable(v.number()),
  realtime: v.picklist(['on', 'off']),
});
export const schoolRealtimeAnswer = v.object({
  decision: v.object({
    realtime: v.picklist(['on', 'off']),
    why: v.picklist(['environment', 'kill-switch', 'school', 'percentage', 'default']),
  }),
});
export const historyAnswer = v.object({
  changes: v.array(
    v.object({
      atMs: v.number(),
      by: v.string(),
      flag: v.string(),
      from: v.string(),
      to: v.string(),
      why: v.exactOptional(v.string()),
    }),
  ),
});

const stageSchema = v.object({ number: v.number(), of: v.number(), name: v.string() });
const schoolsSchema = v.object({ on: v.number(), of: v.number() });
export const rolloutAnswer = v.variant('status', [
  v.object({ status: v.literal('none'), schools: schoolsSchema }),
  v.object({ status: v.literal('done'), schools: schoolsSchema, atMs: v.number() }),
  v.object({
    status: v.literal('halted'),
    schools: schoolsSchema,
    stage: stageSchema,
    atMs: v.number(),
    why: v.string(),
  }),
  v.object({
    status: v.literal('running'),
    schools: schoolsSchema,
    stage: stageSchema,
    nextAtMs: v.number(),
    criteria: v.array(v.object({ name: v.string(), text: v.string() })),
  }),
]);
export const mediaAnswer = v.object({
  file: mediaRefSchema,
  received: v.string(),
  changes: v.array(v.string()),
});
export const mediaListAnswer = v.object({
  files: v.array(v.object({ ...mediaRefSchema.entries, used: v.boolean() })),
});
export const removedMediaAnswer = v.object({ hash: v.string() });
