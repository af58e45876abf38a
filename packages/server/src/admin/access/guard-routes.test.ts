import express from 'express';
import { describe, expect, it } from 'vitest';
import type { AuditTrail } from '../audit/audit-trail.js';
import { guardRoutes } from './guard-routes.js';
import type { RouteRules } from './route-table.js';

const RULES: RouteRules = {
  'GET /things': { permission: 'schools:read', scope: 'own' },
  'PUT /things': { permission: 'schools:read', scope: 'own', action: 'thing.change' },
};
const AUDIT: AuditTrail = { begin: async () => undefined };
const answer: express.RequestHandler = (_request, response) => void response.end();

describe('guardRoutes', () => {
  it('[SEC-4] begins no route that the table does not have', () => {
    const routes = guardRoutes(express.Router(), RULES, AUDIT);
    expect(() => routes.route('/others')).toThrow('/others is not declared');
  });

  it('[SEC-1] takes no change without a name for the audit log', () => {
    const rules: RouteRules = { 'PUT /things': { permission: 'schools:read', scope: 'own' } };
    const routes = guardRoutes(express.Router(), rules, AUDIT);
    expect(() => routes.route('/things')).toThrow('PUT /things has no action');
  });

  it('[SEC-4] is complete only if what is declared and what is handled are the same', () => {
    const routes = guardRoutes(express.Router(), RULES, AUDIT);
    const things = routes.route('/things').get(answer);
    expect(() => routes.assertComplete()).toThrow('PUT /things');
    things.put(answer);
    expect(() => routes.assertComplete()).not.toThrow();
    things.delete(answer);
    expect(() => routes.assertComplete()).toThrow('DELETE /things');
  });
});
