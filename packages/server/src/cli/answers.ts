import {
  alertSchema,
  revisionSchema,
  screenInfoSchema,
  screenReportSchema,
  viewSchema,
} from '@hallboard/shared';
import * as v from 'valibot';

/** What the administrators' API answers, as far as the commands use it. */
const schoolSchema = v.object({
  id: v.string(),
  name: v.string(),
  zone: v.string(),
  revision: revisionSchema,
  realtime: v.picklist(['on', 'off', 'default']),
});
export const schoolsAnswer = v.object({ schools: v.array(schoolSchema) });
export const schoolAnswer = v.object({ school: schoolSchema });

const screenSchema = v.object({
  id: v.string(),
  view: viewSchema,
  info: screenInfoSchema,
  state: v.picklist(['unbound', 'bound', 'revoked']),
});
export const screensAnswer = v.object({ screens: v.array(screenSchema) });
export const changedScreenAnswer = v.object({ screen: screenSchema });
export const screenAnswer = v.object({ screen: screenSchema, token: v.string() });

export const backupAnswer = v.object({
  backup: v.object({ path: v.string(), bytes: v.number() }),
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
