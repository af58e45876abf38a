import type { ERROR_STATUS } from '@hallboard/shared';
import { rolesWith } from '../access/permissions.js';
import { ADMIN_ROUTES, type AdminRoute, type RouteRule } from '../access/route-table.js';
import { ADMIN_SCHEMAS } from './admin-schemas.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';

type Json = Readonly<Record<string, unknown>>;

/** What every route may answer; 404 and 409 only where something is named. */
const REFUSALS = {
  400: 'Something in the request is wrong; the violations say what, by path.',
  401: 'No key was sent.',
  403: 'The key is unknown, revoked or expired, or may not do this.',
  404: 'There is no such thing, as far as this key can see.',
  409: 'It is taken, in use, or not to be had as things stand.',
  412: 'If-Match names another revision, or version, than the current one.',
  413: 'The body, or what would be made from it, is too large.',
  415: 'The file is none of the kinds that screens show.',
  429: 'Too many wrong keys came from this address.',
  503: 'The store cannot answer now; come back after Retry-After.',
  507: 'The school, or the server, has no more room for files.',
} as const satisfies Readonly<Partial<Record<StatusOfError, string>>>;

type StatusOfError = (typeof ERROR_STATUS)[keyof typeof ERROR_STATUS];

/** Describes the administrators' API in OpenAPI 3.1, from what validates it and what guards it. */
export function createOpenApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [route, rule] of Object.entries(ADMIN_ROUTES)) {
    const [method = '', path = ''] = route.split(' ');
    const template = path.replace(/:(\w+)/g, '{$1}');
    const described = describe(route, template, rule, OPERATIONS[route as AdminRoute]);
    paths[template] = { ...paths[template], [method.toLowerCase()]: described };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: "Hallboard: the administrators' API",
      version: '1',
      description:
        'Every request carries a key as a bearer token. Things of schools that the key is not for do not exist for it. Lists of schools, screens, keys and entries come in pages: `next` is the `after` of the next one.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/admin' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: ADMIN_SCHEMAS.named(),
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [
          status,
          { description, content: jsonContent({ $ref: '#/components/schemas/Error' }) },
        ]),
      ),
    },
  };
}

function describe(route: string, template: string, rule: RouteRule, operation: Operation): Json {
  const { summary, hasRevision, status = 200, answer } = operation;
  const content = requestContent(operation);
  const parameters = [
    ...[...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...queryParameters(operation),
    ...(hasRevision && rule.action !== undefined ? [IF_MATCH] : []),
  ];
  const success = {
    description: 'It is done, or what was asked for.',
    ...(hasRevision && { headers: { ETag: { schema: { type: 'string' } } } }),
    content: jsonContent(ADMIN_SCHEMAS.schemaOf(answer)),
  };
  return {
    operationId: route.replace(/[^\w.]+/g, '_'),
    summary,
    description: `Roles: ${rolesWith(rule.permission).join(', ')}. ${SCOPE_TEXTS[rule.scope]}`,
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: { [status]: success, ...refusalsOf(rule, template, operation) },
  };
}

const SCOPE_TEXTS: Readonly<Record<RouteRule['scope'], string>> = {
  school: 'For keys of the school, or of all.',
  'school-in-body': "For keys of the body's school, or of all.",
  installation: 'For keys of the whole installation.',
  own: 'Answers what the key is for.',
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  description: 'What ETag was answered, in quotes: changes only on top of it.',
  schema: { type: 'string' },
};

function requestContent({ body, takesFile }: Operation): Json | undefined {
  if (takesFile) return { 'application/octet-stream': {} };
  return body && jsonContent(ADMIN_SCHEMAS.schemaOf(body));
}

function queryParameters({ query }: Operation): Json[] {
  if (query === undefined) return [];
  return Object.entries(ADMIN_SCHEMAS.schemaOf(query).properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    schema,
  }));
}

function refusalsOf({ scope, action }: RouteRule, template: string, operation: Operation): Json {
  const isNamed = template.includes('{') || scope === 'school-in-body' || operation.query;
  const isConditional = operation.hasRevision && action !== undefined;
  const isRead = operation.body !== undefined || operation.takesFile || isConditional;
  const statuses = [
    ...(isRead || operation.query ? [400] : []),
    401,
    403,
    ...(isNamed ? [404] : []),
    ...(operation.status === 201 || operation.mayConflict ? [409] : []),
    ...(isConditional ? [412] : []),
    ...(operation.body || operation.takesFile ? [413] : []),
    ...(operation.takesFile ? [415] : []),
    429,
    503,
    ...(operation.takesFile ? [507] : []),
  ];
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  );
}

function jsonContent(schema: object): Json {
  return { 'application/json': { schema } };
}
