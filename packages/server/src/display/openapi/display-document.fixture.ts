import {
  type ERROR_STATUS,
  errorBodySchema,
  HEADERS,
  type Pairing,
  revisionSchema,
  screenInfoSchema,
  screenReportSchema,
  snapshotSchema,
} from '@hallboard/shared';
import * as v from 'valibot';
import { componentSchemas } from '../../http/component-schemas.js';

type Json = Readonly<Record<string, unknown>>;
type StatusOfError = (typeof ERROR_STATUS)[keyof typeof ERROR_STATUS];

const statusSchema = v.object({ revision: revisionSchema, screen: screenInfoSchema });

const pairingSchema: v.GenericSchema<Pairing> = v.variant('state', [
  v.object({
    state: v.literal('waiting'),
    code: v.string(),
    expiresAt: v.number(),
    qr: v.exactOptional(v.object({ size: v.number(), path: v.string() })),
  }),
  v.object({ state: v.literal('approved'), token: v.string() }),
]);

const SCHEMAS = componentSchemas({
  Snapshot: snapshotSchema,
  Status: statusSchema,
  Screen: screenInfoSchema,
  Report: screenReportSchema,
  Pairing: pairingSchema,
  Error: errorBodySchema,
});

const REFUSALS = {
  400: 'Something in the request is wrong, or no device is named.',
  401: 'No token was sent.',
  403: 'The screen belongs to another device.',
  404: 'No screen has this token; the same for unknown, revoked and other tokens. Or no such thing.',
  409: 'The secret has been used.',
  413: 'The report is too large.',
  416: 'The file has no such range.',
  426: 'Snapshots are of a newer major schema than the player understands: it updates itself.',
  429: 'Too many requests; come back after Retry-After.',
  503: 'This node cannot know now; come back after Retry-After.',
} as const satisfies Readonly<Partial<Record<StatusOfError, string>>>;

const OF_SCREENS: readonly (keyof typeof REFUSALS)[] = [400, 401, 403, 404, 426, 429, 503];
const OF_PAIRINGS: readonly (keyof typeof REFUSALS)[] = [401, 429, 503];

/** Describes the API that screens use in OpenAPI 3.1, from what validates it on both sides. */
export function createDisplayDocument(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: "Hallboard: the screens' API",
      version: '1',
      description:
        'What a player asks (HTTP-1 to HTTP-8 of SPEC.md): one request a second for each device, four at once. What a screen GETs is answered to HEAD too. Fields are only added within a major version, so unknown ones are stepped over.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/display' }],
    security: [{ screen: [], device: [] }],
    paths: { ...REFRESH_PATHS, ...OTHER_PATHS, ...PAIRING_PATHS },
    components: {
      securitySchemes: {
        screen: { type: 'http', scheme: 'bearer', description: "The screen's token." },
        device: { type: 'apiKey', in: 'header', name: 'X-Display-Device' },
        secret: { type: 'http', scheme: 'bearer', description: "The device's own secret." },
      },
      schemas: SCHEMAS.named(),
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [
          status,
          { description, content: json(errorBodySchema) },
        ]),
      ),
    },
  };
}

/** What every answer about the moment carries (HTTP-4). */
const MOMENT = headers({
  [HEADERS.serverTime]: 'Ms since the epoch, when the server answered.',
  [HEADERS.revision]: "The school's current revision.",
  [HEADERS.realtime]: '`on`: a socket may be opened. `off`: polling alone.',
});
const TAG = headers({ etag: 'For If-None-Match.' });
const SCREEN = headers({ [HEADERS.screen]: "The screen's own object as percent-encoded JSON." });

const IF_NONE_MATCH = parameter(
  'header',
  'If-None-Match',
  'The ETag of what is held and verified.',
);
const SCHEMA = parameter('header', 'X-Display-Schema', 'The newest major that is understood.');

const REFRESH_PATHS: Json = {
  '/status': {
    get: {
      operationId: 'status',
      summary: 'Whether what the player holds is current.',
      parameters: [IF_NONE_MATCH, SCHEMA],
      responses: {
        200: answer('It is not.', { ...MOMENT, ...TAG }, statusSchema),
        304: answer('It is.', { ...MOMENT, ...TAG }),
        ...refusals(OF_SCREENS),
      },
    },
  },
  '/snapshot': {
    get: {
      operationId: 'snapshot',
      summary: 'The whole content of the screen’s view.',
      parameters: [
        IF_NONE_MATCH,
        SCHEMA,
        parameter('query', 'want', 'The revision that the player has heard of.'),
        parameter('query', 'cause', '`poll` where a poll found that revision. It is counted.'),
      ],
      responses: {
        200: answer('The content.', { ...MOMENT, ...TAG, ...SCREEN }, snapshotSchema),
        304: answer('It is held.', { ...MOMENT, ...TAG, ...SCREEN }),
        ...refusals(OF_SCREENS),
      },
    },
  },
};

const FILE = { '*/*': {} };

const OTHER_PATHS: Json = {
  '/media/{hash}': {
    get: {
      operationId: 'media',
      summary: "A file of the screen's school, or a range of it.",
      parameters: [
        { ...parameter('path', 'hash', 'SHA-256 in lower-case hexadecimal.'), required: true },
        IF_NONE_MATCH,
        parameter('header', 'Range', 'One range of bytes.'),
      ],
      responses: {
        200: { ...answer('The file.', TAG), content: FILE },
        206: {
          ...answer('A part of it.', { ...TAG, ...headers({ 'content-range': 'Which.' }) }),
          content: FILE,
        },
        304: answer('It is held.', TAG),
        ...refusals([...OF_SCREENS, 416]),
      },
    },
  },
  '/reports': {
    post: {
      operationId: 'report',
      summary: 'What a player knows of itself. Losing a report loses nothing else.',
      requestBody: { required: true, content: json(screenReportSchema) },
      responses: { 204: answer('It is kept.', MOMENT), ...refusals([...OF_SCREENS, 413]) },
    },
  },
};

const PAIRING_PATHS: Json = {
  '/pairings': {
    post: {
      operationId: 'openPairing',
      summary: 'A device without a screen asks for a code.',
      security: [{ secret: [] }],
      responses: {
        201: answer('The code, and a QR code.', {}, pairingSchema),
        ...refusals([...OF_PAIRINGS, 409]),
      },
    },
    get: {
      operationId: 'lookAtPairing',
      summary: 'Whether somebody has given it a screen, and which token is its own.',
      security: [{ secret: [] }],
      responses: {
        200: answer('Waiting, or approved.', {}, pairingSchema),
        ...refusals([...OF_PAIRINGS, 404]),
      },
    },
  },
};

function json(schema: v.GenericSchema): Json {
  return { 'application/json': { schema: SCHEMAS.schemaOf(schema) } };
}

function answer(description: string, named: Json, schema?: v.GenericSchema): Json {
  return {
    description,
    ...(Object.keys(named).length > 0 && { headers: named }),
    ...(schema && { content: json(schema) }),
  };
}

function headers(described: Readonly<Record<string, string>>): Json {
  const entries = Object.entries(described).map(([name, description]) => [
    name,
    { description, required: true, schema: { type: 'string' } },
  ]);
  return Object.fromEntries(entries);
}

function parameter(place: string, name: string, description: string): Json {
  return { name, in: place, description, schema: { type: 'string' } };
}

function refusals(statuses: readonly (keyof typeof REFUSALS)[]): Json {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  );
}
