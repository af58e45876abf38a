import type { Permission } from './permissions.js';

/**
 * How a key's schools bear on a route.
 *
 * - `school`: the address names the school as `:schoolId`; others do not exist for the key (P-8).
 * - `school-in-body`: the body's `school` names it.
 * - `installation`: only for keys of the whole installation.
 * - `own`: names no school; the handler answers only what the key covers.
 */
export type RouteScope = 'school' | 'school-in-body' | 'installation' | 'own';

/** What a route asks of the key that calls it. */
export interface RouteRule {
  readonly permission: Permission;
  readonly scope: RouteScope;
  /** What the audit log calls a change. Every method but GET has one. */
  readonly action?: string;
}

export type RouteRules = Readonly<Record<string, RouteRule>>;

/**
 * Every route of the administrators' API, as `METHOD path`: the one place that says who may use it
 * (SEC-4). What is not declared here is refused, and a server with such a route does not start.
 */
export const ADMIN_ROUTES = {
  'GET /schools': { permission: 'schools:read', scope: 'own' },
  'POST /schools': { permission: 'schools:add', scope: 'installation', action: 'school.add' },
  'GET /schools/:schoolId/embedding': { permission: 'schools:read', scope: 'school' },
  'PUT /schools/:schoolId/embedding': {
    permission: 'screens:manage',
    scope: 'school',
    action: 'school.embedding',
  },
  'GET /screens': { permission: 'schools:read', scope: 'own' },
  'GET /schools/:schoolId/screens': { permission: 'schools:read', scope: 'school' },
  'POST /schools/:schoolId/screens': {
    permission: 'screens:manage',
    scope: 'school',
    action: 'screen.add',
  },
  'PATCH /schools/:schoolId/screens/:screenId': {
    permission: 'screens:manage',
    scope: 'school',
    action: 'screen.change',
  },
  'DELETE /schools/:schoolId/screens/:screenId': {
    permission: 'screens:manage',
    scope: 'school',
    action: 'screen.revoke',
  },
  'POST /schools/:schoolId/screens/:screenId/unbind': {
    permission: 'screens:manage',
    scope: 'school',
    action: 'screen.unbind',
  },
  'POST /schools/:schoolId/screens/:screenId/readmit': {
    permission: 'screens:manage',
    scope: 'school',
    action: 'screen.readmit',
  },
  'POST /schools/:schoolId/screens/:screenId/token': {
    permission: 'screens:manage',
    scope: 'school',
    action: 'screen.rotate',
  },
  'POST /schools/:schoolId/screens/:screenId/commands': {
    permission: 'screens:manage',
    scope: 'school',
    action: 'screen.command',
  },
  'POST /pairings/:code': {
    permission: 'screens:manage',
    scope: 'school-in-body',
    action: 'pairing.approve',
  },

  'GET /schools/:schoolId/content': { permission: 'content:read', scope: 'school' },
  'PUT /schools/:schoolId/content': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'content.publish',
  },
  'GET /schools/:schoolId/announcements': { permission: 'content:read', scope: 'school' },
  'POST /schools/:schoolId/announcements': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'announcement.add',
  },
  'PUT /schools/:schoolId/announcements/:itemId': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'announcement.write',
  },
  'DELETE /schools/:schoolId/announcements/:itemId': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'announcement.remove',
  },
  'GET /schools/:schoolId/cover/:date': { permission: 'content:read', scope: 'school' },
  'PUT /schools/:schoolId/cover/:date': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'cover.write',
  },
  'POST /schools/:schoolId/cover/:date': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'cover.add',
  },
  'PUT /schools/:schoolId/cover/:date/:itemId': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'cover.write',
  },
  'DELETE /schools/:schoolId/cover/:date/:itemId': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'cover.remove',
  },
  'GET /schools/:schoolId/day-plans': { permission: 'content:read', scope: 'school' },
  'PUT /schools/:schoolId/day-plans/:date': {
    permission: 'content:publish',
    scope: 'school',
    action: 'day-plan.write',
  },
  'DELETE /schools/:schoolId/day-plans/:date': {
    permission: 'content:publish',
    scope: 'school',
    action: 'day-plan.remove',
  },
  'GET /schools/:schoolId/history': { permission: 'content:read', scope: 'school' },
  'GET /schools/:schoolId/history/:revision': { permission: 'content:read', scope: 'school' },
  'POST /schools/:schoolId/return': {
    permission: 'content:publish',
    scope: 'school',
    action: 'content.return',
  },
  'GET /schools/:schoolId/media': { permission: 'content:read', scope: 'school' },
  'POST /schools/:schoolId/media': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'media.add',
  },
  'DELETE /schools/:schoolId/media/:hash': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'media.remove',
  },

  'GET /schools/:schoolId/alerts': { permission: 'content:read', scope: 'school' },
  'POST /schools/:schoolId/alerts': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'alert.set',
  },
  'DELETE /schools/:schoolId/alerts/:alertId': {
    permission: 'office-parts:publish',
    scope: 'school',
    action: 'alert.clear',
  },
  'GET /alerts': { permission: 'content:read', scope: 'installation' },
  'POST /alerts': {
    permission: 'office-parts:publish',
    scope: 'installation',
    action: 'alert.set',
  },
  'DELETE /alerts/:alertId': {
    permission: 'office-parts:publish',
    scope: 'installation',
    action: 'alert.clear',
  },

  'GET /status': { permission: 'schools:read', scope: 'own' },
  'GET /schools/:schoolId/status': { permission: 'schools:read', scope: 'school' },

  'GET /flags': { permission: 'flags:read', scope: 'own' },
  'GET /flags/realtime': { permission: 'flags:read', scope: 'own' },
  'PUT /flags/realtime': {
    permission: 'flags:change',
    scope: 'installation',
    action: 'flag.realtime',
  },
  'PUT /flags/kill': { permission: 'flags:change', scope: 'installation', action: 'flag.kill' },
  'PUT /flags/percentage': {
    permission: 'flags:change',
    scope: 'installation',
    action: 'flag.percentage',
  },
  'GET /flags/history': { permission: 'flags:read', scope: 'installation' },
  'GET /schools/:schoolId/flags/realtime': { permission: 'flags:read', scope: 'school' },
  'PUT /schools/:schoolId/flags/realtime': {
    permission: 'flags:change',
    scope: 'school',
    action: 'flag.realtime',
  },
  'PUT /schools/:schoolId/flags/multi-device': {
    permission: 'flags:change',
    scope: 'school',
    action: 'flag.multi-device',
  },

  'GET /rollout': { permission: 'flags:read', scope: 'installation' },
  'POST /rollout/start': {
    permission: 'flags:change',
    scope: 'installation',
    action: 'rollout.start',
  },
  'POST /rollout/advance': {
    permission: 'flags:change',
    scope: 'installation',
    action: 'rollout.advance',
  },
  'POST /rollout/halt': {
    permission: 'flags:change',
    scope: 'installation',
    action: 'rollout.halt',
  },

  'POST /backups': { permission: 'backups:write', scope: 'installation', action: 'backup.write' },

  'GET /keys': { permission: 'keys:manage', scope: 'own' },
  'POST /keys': { permission: 'keys:manage', scope: 'own', action: 'key.create' },
  'DELETE /keys/:keyId': { permission: 'keys:manage', scope: 'own', action: 'key.revoke' },

  'GET /audit': { permission: 'audit:read', scope: 'own' },

  'GET /openapi.json': { permission: 'api:read', scope: 'own' },
} as const satisfies RouteRules;

export type AdminRoute = keyof typeof ADMIN_ROUTES;
