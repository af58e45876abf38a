import { revisionSchema, screenInfoSchema, viewSchema } from '@hallboard/shared';
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

export const commandAnswer = v.object({ id: v.string() });

export const publishedAnswer = v.object({ revision: revisionSchema });
export const realtimeAnswer = v.object({ realtime: v.string(), allowed: v.boolean() });

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
