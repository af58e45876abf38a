import type { Request, RequestHandler, Router } from 'express';
import * as v from 'valibot';
import { ApiError } from '../../http/api-error.js';
import { allowOnly } from '../../http/express-errors.js';
import { slugSchema } from '../../screens/screen-input.js';
import type { AdminKeyRecord } from '../../store/records.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { callerOf } from './caller.js';
import { coversSchool, isPermitted } from './permissions.js';
import type { RouteRule, RouteRules } from './route-table.js';

/** Longer than every id. */
const MAX_TARGET_LENGTH = 128;

/** A router whose every route lets nobody pass but whom the table of routes allows to. */
export interface AdminRoutes {
  /**
   * Begins a route; the methods that the table does not have are answered with 405.
   * @throws Error if the table has no route of this path.
   */
  readonly route: Router['route'];
  /** @throws Error naming the routes that are only declared, or only handled. */
  assertComplete(): void;
}

/** What this file reads of one of Express's routes. */
interface HandledRoute {
  readonly path: string;
  readonly stack: readonly { readonly method?: string }[];
}

/**
 * @param rules `ADMIN_ROUTES`, or others in tests. The guard stands in each route itself, so that it
 * judges by the very match, and the very parameters, that the handler gets.
 */
export function guardRoutes(router: Router, rules: RouteRules, audit: AuditTrail): AdminRoutes {
  const routes: HandledRoute[] = [];

  function begin(path: string) {
    const byMethod = rulesOf(path, rules);
    if (byMethod.size === 0) throw new Error(`${path} is not declared among ADMIN_ROUTES`);
    const route = router.route(path);
    route.all(createGuard(byMethod, audit));
    routes.push(route);
    return route;
  }

  return {
    // Express's own type, which knows a route's parameters from its path.
    route: begin as Router['route'],

    assertComplete() {
      const handled = new Set(routes.flatMap(handledMethods));
      const declared = new Set(Object.keys(rules));
      const odd = [
        ...[...handled].filter((route) => !declared.has(route)),
        ...[...declared].filter((route) => !handled.has(route)),
      ];
      if (odd.length > 0) throw new Error(`only declared, or only handled: ${odd.join(', ')}`);
    },
  };
}

/**
 * The rules of one path, by method.
 * @throws Error if a change has no name for the audit log.
 */
function rulesOf(path: string, rules: RouteRules): ReadonlyMap<string, RouteRule> {
  const byMethod = new Map<string, RouteRule>();
  for (const [route, rule] of Object.entries(rules)) {
    const [method = '', declaredPath] = route.split(' ');
    if (declaredPath !== path) continue;
    if (method !== 'GET' && rule.action === undefined) {
      throw new Error(`${route} has no action for the audit log`);
    }
    byMethod.set(method, rule);
  }
  return byMethod;
}

/** Those of handlers for one method: the guard itself is for all. */
function handledMethods({ path, stack }: HandledRoute): string[] {
  return stack.flatMap(({ method }) => (method ? [`${method.toUpperCase()} ${path}`] : []));
}

function createGuard(rules: ReadonlyMap<string, RouteRule>, audit: AuditTrail): RequestHandler {
  const refuseMethod = allowOnly(...rules.keys());
  return async (request, response, next) => {
    const rule = rules.get(request.method === 'HEAD' ? 'GET' : request.method);
    if (rule === undefined) {
      refuseMethod(request, response, next);
      return;
    }
    const key = callerOf(response);
    const schoolId = schoolOf(rule, request);
    assertAllowed(key, rule, schoolId);
    if (rule.action !== undefined) {
      const change = { action: rule.action, ...(schoolId && { schoolId }), ...targetOf(request) };
      await audit.begin(change, key, response);
    }
    next();
  };
}

/** First the role, which tells nothing of any school; then the school. */
function assertAllowed(
  key: AdminKeyRecord,
  { permission, scope }: RouteRule,
  schoolId: string | undefined,
): void {
  if (!isPermitted(key, permission)) {
    throw new ApiError('forbidden', `A key of the role ${key.role} may not do this`);
  }
  if (key.schools === undefined || scope === 'own') return;
  if (scope === 'installation') {
    throw new ApiError('forbidden', 'A key of some schools may not do this');
  }
  if (schoolId === undefined || !coversSchool(key, schoolId)) {
    throw new ApiError('not_found', 'There is no such school');
  }
}

/** The school that a request names, if it could be one's id. */
function schoolOf({ scope }: RouteRule, request: Request): string | undefined {
  const named: unknown =
    scope === 'school-in-body' ? request.body?.school : request.params.schoolId;
  const checked = v.safeParse(slugSchema, named);
  return checked.success ? checked.output : undefined;
}

/** What the address names within the school. */
function targetOf({ params }: Request): { readonly target?: string } {
  const { schoolId: _, ...rest } = params;
  const target = Object.values(rest).at(-1);
  return typeof target === 'string' ? { target: target.slice(0, MAX_TARGET_LENGTH) } : {};
}
