import { revisionSchema, screenInfoSchema, viewSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { ADMIN_ROLES } from '../store/records.js';

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

const keySchema = v.object({
  id: v.string(),
  name: v.string(),
  role: v.picklist(ADMIN_ROLES),
  schools: v.exactOptional(v.array(v.string())),
  state: v.picklist(['active', 'expired', 'revoked']),
  expiresAt: v.exactOptional(v.string()),
  lastUsedAt: v.exactOptional(v.string()),
});
export const keysAnswer = v.object({ keys: v.array(keySchema) });
export const keyAnswer = v.object({ key: keySchema });
export const createdKeyAnswer = v.object({ key: keySchema, secret: v.string() });

export const commandAnswer = v.object({ id: v.string() });

export const publishedAnswer = v.object({ revision: revisionSchema });
export const realtimeAnswer = v.object({ realtime: v.string(), allowed: v.boolean() });
