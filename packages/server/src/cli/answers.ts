import { revisionSchema, screenInfoSchema, viewSchema } from '@hallboard/shared';
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
