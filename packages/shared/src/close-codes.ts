/** Why the server closes a socket; sent after accept, so that a browser sees it (WS-3). */
export const CLOSE_CODES = {
  misbehaving: 1008,
  restarting: 1012,
  overloaded: 1013,
  malformed: 4400,
  unknownScreen: 4403,
  noCommonProtocol: 4406,
  boundElsewhere: 4408,
  realtimeOff: 4410,
  tooMany: 4429,
} as const;

export type CloseReason = keyof typeof CLOSE_CODES;
