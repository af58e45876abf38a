import { check } from '@hallboard/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import type { Author } from '../flags/author.js';
import type { FlagSetting } from '../flags/flag-switch.js';
import { formatPercentage } from '../flags/format-percentage.js';
import { decideRealtime } from '../flags/realtime.js';
import { ApiError } from '../http/api-error.js';
import type { FlagsRecord } from '../store/flag-records.js';
import type { SchoolRecord } from '../store/records.js';
import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { readIfMatchVersion } from './if-match-version.js';
import { invalid } from './refusals.js';

const onOff = v.picklist(['on', 'off']);
const why = v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)));
export const realtimeDefaultSchema = v.object({ realtime: onOff, why });
export const killSchema = v.object({ kill: onOff, why });
export const percentageSchema = v.object({
  percentage: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  why,
});
export const schoolRealtimeSchema = v.object({
  realtime: v.picklist(['on', 'off', 'default']),
  why,
});

/** Realtime, for the installation and for each school, and what was changed of it (FLAG-2). */
export function addFlagRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, flags: flagSwitch, realtimeAllowed } = options;

  /** Sets a flag of all schools, if they are at the version that If-Match names. */
  async function set(request: Request, response: Response, setting: FlagSetting, author: Author) {
    const version = readIfMatchVersion(request.headers['if-match']);
    const outcome = await flagSwitch.set(setting, author, version);
    if (outcome.kind === 'rollout-running') {
      throw new ApiError('conflict', 'A rollout is running: halt it, or let it set the percentage');
    }
    response.setHeader('etag', `"${outcome.flags.version}"`);
    if (outcome.kind === 'version-mismatch') {
      const message = `The flags are at version ${outcome.flags.version}`;
      throw new ApiError('revision_mismatch', message);
    }
    describeChange(response, { summary: formatSetting(setting) });
    return presentFlags(outcome.flags, realtimeAllowed);
  }

  async function findSchool(schoolId: string): Promise<SchoolRecord> {
    const school = await store.school(schoolId);
    if (school === undefined) throw noSuchSchool();
    return school;
  }

  routes.route('/flags').get(async (_request, response) => {
    const flags = await store.flags();
    response.setHeader('etag', `"${flags.version}"`);
    response.json(presentFlags(flags, realtimeAllowed));
  });

  routes
    .route('/flags/realtime')
    .get(async (_request, response) => {
      const { fallback } = await store.flags();
      response.json({ realtime: fallback, allowed: realtimeAllowed });
    })
    .put(async (request, response) => {
      const { realtime, ...rest } = read(realtimeDefaultSchema, request.body);
      const setting = { flag: 'default', value: realtime } as const;
      response.json(await set(request, response, setting, authorOf(response, rest)));
    });

  routes.route('/flags/kill').put(async (request, response) => {
    const { kill, ...rest } = read(killSchema, request.body);
    const setting = { flag: 'kill-switch', value: kill } as const;
    response.json(await set(request, response, setting, authorOf(response, rest)));
  });

  routes.route('/flags/percentage').put(async (request, response) => {
    const { percentage, ...rest } = read(percentageSchema, request.body);
    const setting = { flag: 'percentage', value: percentage } as const;
    response.json(await set(request, response, setting, authorOf(response, rest)));
  });

  routes.route('/flags/history').get(async (_request, response) => {
    response.json({ changes: await store.flagHistory() });
  });

  routes
    .route('/schools/:schoolId/flags/realtime')
    .get(async (request, response) => {
      const { id: schoolId, realtime: school } = await findSchool(request.params.schoolId);
      const flags = await store.flags();
      const decision = decideRealtime({ allowed: realtimeAllowed, flags, schoolId, school });
      const changes = await store.flagHistory(schoolId);
      response.json({ realtime: school ?? 'default', decision, changes });
    })
    .put(async (request, response) => {
      const { realtime, ...rest } = read(schoolRealtimeSchema, request.body);
      const say = realtime === 'default' ? undefined : realtime;
      const author = authorOf(response, rest);
      if (!(await flagSwitch.setSchool(request.params.schoolId, say, author))) throw noSuchSchool();
      describeChange(response, { summary: realtime });
      response.json({ realtime, allowed: realtimeAllowed });
    });
}

function presentFlags(flags: FlagsRecord, allowed: boolean) {
  const { version, isKilled, percentage, fallback } = flags;
  return { version, realtime: fallback, allowed, kill: isKilled ? 'on' : 'off', percentage };
}

function formatSetting(setting: FlagSetting): string {
  return setting.flag === 'percentage' ? formatPercentage(setting.value) : setting.value;
}

function authorOf(response: Response, { why }: { readonly why?: string }): Author {
  return { by: callerOf(response).name, ...(why !== undefined && { why }) };
}

function read<T>(schema: v.GenericSchema<unknown, T>, body: unknown): T {
  const checked = check(schema, body);
  if (!checked.ok) throw invalid(checked.violations);
  return checked.value;
}

function noSuchSchool(): ApiError {
  return new ApiError('not_found', 'There is no such school');
}
