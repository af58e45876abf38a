import * as v from 'valibot';
import { flagChangeSchema } from '../../store/flag-records.js';
import type { AdminRoute } from '../access/route-table.js';
import {
  killSchema,
  percentageSchema,
  realtimeDefaultSchema,
  schoolRealtimeSchema,
} from '../flag-routes.js';
import { reasonSchema } from '../rollout-routes.js';
import type { Operation } from './operation.js';

const { realtime: onOff } = realtimeDefaultSchema.entries;
const allowed = v.boolean();

const flagsAnswer = v.object({
  version: v.number(),
  realtime: onOff,
  /** `DISPLAY_WS_ENABLED`, which beats every flag. */
  allowed,
  kill: onOff,
  percentage: v.nullable(v.number()),
});

const historyAnswer = v.object({ changes: v.array(flagChangeSchema) });

const reach = {
  percentage: v.nullable(v.number()),
  schools: v.object({ on: v.number(), of: v.number() }),
};
const stage = v.object({ number: v.number(), of: v.number(), name: v.string() });
const rolloutAnswer = v.variant('status', [
  v.object({ status: v.literal('none'), ...reach }),
  v.object({ status: v.literal('done'), ...reach, atMs: v.number() }),
  v.object({ status: v.literal('halted'), ...reach, stage, atMs: v.number(), why: v.string() }),
  v.object({
    status: v.literal('running'),
    ...reach,
    stage,
    startedAtMs: v.number(),
    enteredAtMs: v.number(),
    nextAtMs: v.number(),
    criteria: v.array(
      v.object({
        name: v.picklist(['disconnects', 'rejections', 'found-by-poll', 'latency']),
        events: v.number(),
        value: v.number(),
        limit: v.nullable(v.number()),
        isBroken: v.boolean(),
        text: v.string(),
      }),
    ),
  }),
]);

/** A step of the rollout, which may be refused as things stand. */
function step(summary: string): Operation {
  return { summary, body: reasonSchema, mayConflict: true, answer: rolloutAnswer };
}

/** The flags and the rollout, described. */
export const FLAG_OPERATIONS = {
  'GET /flags': {
    summary: 'Realtime for all schools without a say of their own, and the version of these flags.',
    hasRevision: true,
    answer: flagsAnswer,
  },
  'GET /flags/realtime': {
    summary:
      'Whether screens are told of changes at once, where their school has no say of its own.',
    answer: v.object({ realtime: onOff, allowed }),
  },
  'PUT /flags/realtime': {
    summary: 'Switches realtime for every school without a say of its own.',
    body: realtimeDefaultSchema,
    hasRevision: true,
    answer: flagsAnswer,
  },
  'PUT /flags/kill': {
    summary: 'Switches realtime off for every school, whatever else is set; halts a rollout.',
    body: killSchema,
    hasRevision: true,
    answer: flagsAnswer,
  },
  'PUT /flags/percentage': {
    summary: 'Switches realtime on for a share of the schools; null takes the share back.',
    body: percentageSchema,
    hasRevision: true,
    mayConflict: true,
    answer: flagsAnswer,
  },
  'GET /flags/history': {
    summary: 'The newest changes of what holds for all schools.',
    answer: historyAnswer,
  },
  'GET /schools/:schoolId/flags/realtime': {
    summary: 'Whether a school has realtime, what decided so, and its own changes.',
    answer: v.object({
      realtime: schoolRealtimeSchema.entries.realtime,
      decision: v.object({
        realtime: onOff,
        why: v.picklist(['environment', 'kill-switch', 'school', 'percentage', 'default']),
        percentage: v.exactOptional(v.number()),
      }),
      ...historyAnswer.entries,
    }),
  },
  'PUT /schools/:schoolId/flags/realtime': {
    summary: 'Switches realtime for one school.',
    body: schoolRealtimeSchema,
    answer: v.object({ realtime: schoolRealtimeSchema.entries.realtime, allowed }),
  },
  'GET /rollout': {
    summary: 'Where the rollout of realtime stands.',
    answer: rolloutAnswer,
  },
  'POST /rollout/start': step('Starts the rollout.'),
  'POST /rollout/advance': step('Goes on to the next stage at once.'),
  'POST /rollout/halt': step('Halts the rollout, and takes its newest stage back.'),
} as const satisfies Partial<Record<AdminRoute, Operation>>;
