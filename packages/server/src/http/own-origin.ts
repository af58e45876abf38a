import type { IncomingMessage } from 'node:http';
import { isHost } from './security-headers.js';

export interface OwnOriginOptions {
  readonly publicUrl: string | undefined;
  /** How many proxies in front of the server are believed. */
  readonly trustProxy: number;
}

/** @returns the origin at which a client reaches the server: as set, or as it asked. */
export function ownOrigin(request: IncomingMessage, options: OwnOriginOptions): string {
  const { publicUrl, trustProxy } = options;
  if (publicUrl !== undefined) return publicUrl;
  const { host = '', 'x-forwarded-proto': forwarded } = request.headers;
  const isSecure = 'encrypted' in request.socket || (trustProxy > 0 && forwarded === 'https');
  return `${isSecure ? 'https' : 'http'}://${isHost(host) ? host : 'localhost'}`;
}
