/** Header names of the display API, in lower case as Node and fetch give them (HTTP-3, HTTP-4). */
export const HEADERS = {
  /** Request: the device's id. */
  device: 'x-display-device',
  /** Request: the newest major schema version that the player understands (SNAP-7). */
  schema: 'x-display-schema',
  /** Response: milliseconds since the Unix epoch, when the server answered. */
  serverTime: 'x-server-time-ms',
  /** Response: the current revision of the school. */
  revision: 'x-revision',
  /** Response: `on` or `off`. */
  realtime: 'x-realtime',
  /** Response to `snapshot`: the screen object as percent-encoded JSON (SNAP-8). */
  screen: 'x-screen',
} as const;

/** Where the display API and the channel answer. */
export const PATHS = {
  status: '/api/display/status',
  snapshot: '/api/display/snapshot',
  media: '/api/display/media/',
  reports: '/api/display/reports',
  pairings: '/api/display/pairings',
  socket: '/ws/display',
  /** What a self-test asks; needs no token. */
  selfTest: '/api/self-test',
} as const;

/** Query parameter of `snapshot`: the revision that the player has heard of (HTTP-7). */
export const WANT_PARAMETER = 'want';

/** Query parameter of `snapshot`: `poll` where a poll, not an invalidate, found what is wanted. */
export const CAUSE_PARAMETER = 'cause';
