import type { Request, RequestHandler, Router } from 'express';
import { ApiError } from '../../http/api-error.js';
import { allowOnly } from '../../http/express-errors.js';
import type { AdminKeyRecord } from '../../store/records.js';
import { callerOf } from './caller.js';
import { coversSchool, isPermitted } from './permissions.js';
import type { RouteRule, RouteRules } from './route-table.js';

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
export function guardRoutes(router: Router, rules: RouteRules): AdminRoutes {
  const routes: HandledRoute[] = [];

  function begin(path: string) {
    const byMethod = rulesOf(path, rules);
    if (byMethod.size === 0) throw new Error(`${path} is not declared among ADMIN_ROUTES`);
    const route = router.route(path);
    route.all(createGuard(byMethod));
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

/** The rules of one path, by method. */
function rulesOf(path: string, rules: RouteRules): ReadonlyMap<string, RouteRule> {
  const byMethod = new Map<string, RouteRule>();
  for (const [route, rule] of Object.entries(rules)) {
    const [method = '', declaredPath] = route.split(' ');
    if (declaredPath === path) byMethod.set(method, rule);
  }
  return byMethod;
}

/** Those of handlers for one method: the guard itself is for all. */
function handledMethods({ path, stack }: HandledRoute): string[] {
  return stack.flatMap(({ method }) => (method ? [`${method.toUpperCase()} ${path}`] : []));
}

function createGuard(rules: ReadonlyMap<string, RouteRule>): RequestHandler {
  const refuseMethod = allowOnly(...rules.keys());
  return (request, response, next) => {
    const rule = rules.get(request.method === 'HEAD' ? 'GET' : request.method);
    if (rule === undefined) {
      refuseMethod(request, response, next);
      return;
    }
    assertAllowed(callerOf(response), rule, request);
    next();
  };
}

/** First the role, which tells nothing of any school; then the school. */
function assertAllowed(key: AdminKeyRecord, rule: RouteRule, request: Request): void {
  if (!isPermitted(key, rule.permission)) {
    throw new ApiError('forbidden', `A key of the role ${key.role} may not do this`);
  }
  if (key.schools === undefined || rule.scope === 'own') return;
  if (rule.scope === 'installation') {
    throw new ApiError('forbidden', 'A key of some schools may not do this');
  }
  const schoolId: unknown =
    rule.scope === 'school' ? request.params.schoolId : request.body?.school;
  if (typeof schoolId !== 'string' || !coversSchool(key, schoolId)) {
    throw new ApiError('not_found', 'There is no such school');
  }
}
