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
}

export type RouteRules = Readonly<Record<string, RouteRule>>;

const SCREEN = '/schools/:schoolId/screens/:screenId';

/**
 * Every route of the administrators' API, as `METHOD path`: the one place that says who may use it
 * (SEC-4). What is not declared here is refused, and a server with such a route does not start.
 */
export const ADMIN_ROUTES = {
  'GET /schools': { permission: 'schools:read', scope: 'own' },
  'POST /schools': { permission: 'schools:add', scope: 'installation' },
  'GET /schools/:schoolId/screens': { permission: 'schools:read', scope: 'school' },
  'POST /schools/:schoolId/screens': { permission: 'screens:manage', scope: 'school' },
  [`PATCH ${SCREEN}`]: { permission: 'screens:manage', scope: 'school' },
  [`DELETE ${SCREEN}`]: { permission: 'screens:manage', scope: 'school' },
  [`POST ${SCREEN}/unbind`]: { permission: 'screens:manage', scope: 'school' },
  [`POST ${SCREEN}/readmit`]: { permission: 'screens:manage', scope: 'school' },
  [`POST ${SCREEN}/token`]: { permission: 'screens:manage', scope: 'school' },
  [`POST ${SCREEN}/commands`]: { permission: 'screens:manage', scope: 'school' },
  'POST /pairings/:code': { permission: 'screens:manage', scope: 'school-in-body' },

  'GET /schools/:schoolId/content': { permission: 'content:read', scope: 'school' },
  'PUT /schools/:schoolId/content': { permission: 'notices:publish', scope: 'school' },

  'GET /flags/realtime': { permission: 'flags:read', scope: 'own' },
  'PUT /flags/realtime': { permission: 'flags:change', scope: 'installation' },
  'PUT /schools/:schoolId/flags/realtime': { permission: 'flags:change', scope: 'school' },
  'PUT /schools/:schoolId/flags/multi-device': { permission: 'flags:change', scope: 'school' },

  'GET /keys': { permission: 'keys:manage', scope: 'own' },
  'POST /keys': { permission: 'keys:manage', scope: 'own' },
  'DELETE /keys/:keyId': { permission: 'keys:manage', scope: 'own' },
} as const satisfies RouteRules;
