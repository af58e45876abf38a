import * as v from 'valibot';
import {
  megabytesSchema,
  optionalHttpUrlSchema,
  optionalOriginSchema,
  optionalPathSchema,
  optionalRedisUrlSchema,
  optionalSmtpUrlSchema,
  originsSchema,
  type Setting,
  switchSchema,
  wholeNumberSchema,
} from './setting.js';

/** What browsers send for a page that is a file: old ones the second for sockets, else the first. */
const FILE_ORIGINS = ['null', 'file://'];

/** Keeps each row's own type, which `Config` is made of. */
function setting<T>(row: Setting<T>): Setting<T> {
  return row;
}

/** Every setting of the server. An environment variable each; the key is its name in `Config`. */
export const SETTINGS = {
  port: setting({
    name: 'PORT',
    meaning: 'TCP port to listen on. 0 takes any free one.',
    fallback: '8080',
    example: '80',
    schema: wholeNumberSchema(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    meaning:
      'Address to listen on. By default every one, since screens are other machines; `127.0.0.1` behind a proxy on the same machine.',
    fallback: '0.0.0.0',
    example: '127.0.0.1',
    schema: v.pipe(v.string(), v.regex(/^[\w.:-]{1,255}$/, 'must be an address or a host name')),
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    meaning:
      "Origin at which the screens reach the server. Used in the addresses that are printed and in the pages' security policy; without it, the address of each request.",
    fallback: '',
    example: 'https://screens.example.org',
    schema: optionalOriginSchema,
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    meaning: 'Directory of the durable store and of the first administrator key.',
    fallback: './data',
    example: '/var/lib/hallboard',
    schema: v.pipe(v.string(), v.minLength(1, 'must name a directory')),
  }),
  shellDir: setting({
    name: 'SHELL_DIR',
    meaning: "Directory of the player's page. By default the one that was built with the server.",
    fallback: '',
    example: '/srv/hallboard/page',
    schema: optionalPathSchema,
  }),
  shellWorker: setting({
    name: 'SHELL_WORKER',
    meaning:
      "`remove` makes the page's service worker remove itself and its copy of the page from every device; each then loads the page from the server, and cannot start without it. For emergencies.",
    fallback: 'keep',
    example: 'remove',
    schema: v.picklist(['keep', 'remove'], 'must be keep or remove'),
  }),
  redisUrl: setting({
    name: 'REDIS_URL',
    meaning:
      'Redis that any number of equal servers share as store and bus, `redis://` or `rediss://`. Without it, one server keeps everything in `DATA_DIR`.',
    fallback: '',
    example: 'redis://redis.example.org:6379',
    schema: optionalRedisUrlSchema,
  }),
  redisAllowLoss: setting({
    name: 'REDIS_ALLOW_LOSS',
    meaning:
      '`true` accepts a Redis that may lose what it acknowledged: one that evicts, or without `appendonly yes` and `appendfsync always`. Screens may then be claimed twice.',
    fallback: 'false',
    example: 'true',
    schema: switchSchema,
  }),
  redisDeadlineMs: setting({
    name: 'REDIS_DEADLINE_MS',
    meaning:
      'How long Redis may take to answer, in milliseconds, before a claim or a publish is answered with 503; ten times as long for what carries whole schools.',
    fallback: '300',
    example: '500',
    schema: wholeNumberSchema(50, 10_000),
  }),
  realtimeAllowed: setting({
    name: 'DISPLAY_WS_ENABLED',
    meaning:
      '`false` switches realtime off for every school, whatever the flags say; screens then poll. `true` leaves it to the flags.',
    fallback: 'true',
    example: 'false',
    schema: switchSchema,
  }),
  allowMultiDevice: setting({
    name: 'DISPLAY_ALLOW_MULTI_DEVICE',
    meaning: '`true` lets any number of devices show the same screen.',
    fallback: 'false',
    example: 'true',
    schema: switchSchema,
  }),
  maxSockets: setting({
    name: 'MAX_SOCKETS',
    meaning: 'Open sockets on this node; further ones are closed with 1013.',
    fallback: '20000',
    example: '5000',
    schema: wholeNumberSchema(1, 1_000_000),
  }),
  maxSocketsPerSchool: setting({
    name: 'MAX_SOCKETS_PER_SCHOOL',
    meaning: 'Open sockets of one school on this node; further ones are closed with 4429.',
    fallback: '1000',
    example: '200',
    schema: wholeNumberSchema(1, 1_000_000),
  }),
  mediaMaxImageBytes: setting({
    name: 'MEDIA_MAX_IMAGE_MB',
    meaning: 'Largest picture that a school may upload, in megabytes.',
    fallback: '10',
    example: '5',
    schema: megabytesSchema(1, 100),
  }),
  mediaMaxVideoBytes: setting({
    name: 'MEDIA_MAX_VIDEO_MB',
    meaning: 'Largest video that a school may upload, in megabytes.',
    fallback: '100',
    example: '50',
    schema: megabytesSchema(1, 2000),
  }),
  mediaMaxSchoolBytes: setting({
    name: 'MEDIA_MAX_SCHOOL_MB',
    meaning:
      'All files of one school together, in megabytes. They are in `DATA_DIR`, or in the memory of the Redis.',
    fallback: '500',
    example: '2000',
    schema: megabytesSchema(1, 1_000_000),
  }),
  maxUpgradesPerSecond: setting({
    name: 'MAX_UPGRADES_PER_SECOND',
    meaning:
      'Sockets that may be opened on this node in a second, on average, and five times as many at once; further ones get 503, poll, and try again.',
    fallback: '1000',
    example: '200',
    schema: wholeNumberSchema(1, 1000),
  }),
  corsOrigins: setting({
    name: 'CORS_ORIGINS',
    meaning:
      "Other origins whose pages may use the display API and the socket: a list separated by commas, or `*`. Empty: only the server's own. TVs' [packaged apps](devices.md#packaged-apps) need `null,file://`.",
    fallback: '',
    example: 'https://intranet.example.org',
    schema: originsSchema(['*'], FILE_ORIGINS),
  }),
  frameAncestors: setting({
    name: 'FRAME_ANCESTORS',
    meaning: 'Who may show the player in a frame: origins separated by commas, `none` or `self`.',
    fallback: 'none',
    example: 'https://intranet.example.org',
    schema: originsSchema(['none', 'self']),
  }),
  tlsCertFile: setting({
    name: 'TLS_CERT_FILE',
    meaning:
      'Certificate in PEM, with those that lead to its root; the server then speaks https alone. `SIGHUP` reads it and its key anew.',
    fallback: '',
    example: '/etc/hallboard/tls.crt',
    schema: optionalPathSchema,
  }),
  tlsKeyFile: setting({
    name: 'TLS_KEY_FILE',
    meaning: "The certificate's private key in PEM, without a passphrase.",
    fallback: '',
    example: '/etc/hallboard/tls.key',
    schema: optionalPathSchema,
  }),
  hsts: setting({
    name: 'HSTS',
    meaning:
      '`true` tells browsers to use https only, for half a year. Set it when https works for good.',
    fallback: 'false',
    example: 'true',
    schema: switchSchema,
  }),
  trustProxy: setting({
    name: 'TRUST_PROXY',
    meaning:
      'How many proxies in front of the server set `X-Forwarded-For` and `X-Forwarded-Proto`. 0: the headers are ignored.',
    fallback: '0',
    example: '1',
    schema: wholeNumberSchema(0, 10),
  }),
  auditMaxEntries: setting({
    name: 'AUDIT_MAX_ENTRIES',
    meaning:
      'Changes that the audit log remembers; the oldest are forgotten. Each takes about 300 bytes of the store.',
    fallback: '20000',
    example: '100000',
    schema: wholeNumberSchema(100, 1_000_000),
  }),
  metricsKey: setting({
    name: 'METRICS_KEY',
    meaning:
      'Secret with which Prometheus may read `/metrics`, sent as `Authorization: Bearer <key>`. Empty: there is no such page.',
    fallback: '',
    example: 'a-long-random-secret',
    schema: v.pipe(
      v.string(),
      v.regex(/^([\w.~+/=-]{16,128})?$/, 'must be 16 to 128 letters, digits or _ . ~ + / = -'),
      v.transform((text) => (text === '' ? undefined : text)),
    ),
  }),
  webhookUrl: setting({
    name: 'NOTIFY_WEBHOOK_URL',
    meaning:
      'Address to which messages about silent screens are posted as JSON. Empty: they are not.',
    fallback: '',
    example: 'https://ops.example.org/hooks/hallboard',
    schema: optionalHttpUrlSchema,
  }),
  webhookSecret: setting({
    name: 'NOTIFY_WEBHOOK_SECRET',
    meaning: 'Secret that signs what is posted there. Empty: it is not signed.',
    fallback: '',
    example: 'a-long-random-secret',
    schema: v.pipe(
      v.string(),
      v.transform((text) => (text === '' ? undefined : text)),
    ),
  }),
  smtpUrl: setting({
    name: 'NOTIFY_SMTP_URL',
    meaning:
      'Mail server through which messages about silent screens are mailed, `smtp://` or `smtps://`, with user and password where it wants them.',
    fallback: '',
    example: 'smtps://hallboard:secret@mail.example.org',
    schema: optionalSmtpUrlSchema,
  }),
  mailFrom: setting({
    name: 'NOTIFY_FROM',
    meaning: 'Who those mails are from.',
    fallback: 'hallboard@localhost',
    example: 'hallboard@example.org',
    schema: v.pipe(v.string(), v.minLength(1, 'must be an address')),
  }),
  mailTo: setting({
    name: 'NOTIFY_TO',
    meaning:
      'Whom those mails are for, separated by commas. Goes with `NOTIFY_SMTP_URL`: neither is of use alone.',
    fallback: '',
    example: 'it@example.org',
    schema: v.pipe(
      v.string(),
      v.transform((text) => (text === '' ? undefined : text)),
    ),
  }),
  digestMinutes: setting({
    name: 'NOTIFY_DIGEST_MINUTES',
    meaning: 'The least time between two messages about silent screens, in minutes.',
    fallback: '15',
    example: '60',
    schema: wholeNumberSchema(1, 1440),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    meaning: 'The least important messages to log: `debug`, `info`, `warn`, `error` or `silent`.',
    fallback: 'info',
    example: 'warn',
    schema: v.picklist(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'must be debug, info, warn, error or silent',
    ),
  }),
  demo: setting({
    name: 'DEMO',
    meaning:
      '`true` adds a demo school where there is none, and prints the address of its screen. `npm start` sets it.',
    fallback: 'false',
    example: 'true',
    schema: switchSchema,
  }),
} as const;
