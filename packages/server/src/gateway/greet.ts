import { type CloseReason, type ErrorCode, type Hello, PROTOCOLS } from '@hallboard/shared';
import { toApiError } from '../http/to-api-error.js';
import { isDeviceId } from '../serving/device-id.js';
import type { ScreenAccess } from '../serving/screen-access.js';
import type { ServedScreen } from '../serving/served.js';

/** What a `hello` leads to. */
export type Greeting =
  | { readonly kind: 'admitted'; readonly protocol: number; readonly screen: ServedScreen }
  | { readonly kind: 'refused'; readonly reason: CloseReason; readonly error?: unknown };

/** How refusals of the display API are said on a socket (WS-3). */
const REASONS: Partial<Record<ErrorCode, CloseReason>> = {
  unknown_screen: 'unknownScreen',
  screen_bound: 'boundElsewhere',
  rate_limited: 'tooMany',
  unavailable: 'overloaded',
};

export interface GreetOptions {
  readonly access: ScreenAccess;
  readonly isRealtimeOn: (screen: ServedScreen) => boolean;
}

/**
 * Finds the screen that a `hello` is for, and binds the device where the screen has no owner. Never
 * rejects.
 *
 * @param address whom to count an unknown token for.
 */
export async function greet(
  hello: Hello,
  address: string,
  { access, isRealtimeOn }: GreetOptions,
): Promise<Greeting> {
  const protocol = commonProtocol(hello.protocols);
  if (protocol === undefined) return { kind: 'refused', reason: 'noCommonProtocol' };
  if (!isDeviceId(hello.device)) return { kind: 'refused', reason: 'malformed' };
  try {
    const found = await access.find(hello.token, address);
    if (!isRealtimeOn(found)) return { kind: 'refused', reason: 'realtimeOff' };
    return { kind: 'admitted', protocol, screen: await access.claim(found, hello.device) };
  } catch (error) {
    const reason = REASONS[toApiError(error).code];
    return reason === undefined
      ? { kind: 'refused', reason: 'overloaded', error }
      : { kind: 'refused', reason };
  }
}

/** @returns the newest version that both sides speak. */
function commonProtocol({ min, max }: Hello['protocols']): number | undefined {
  const newest = Math.min(max, PROTOCOLS.max);
  return newest >= Math.max(min, PROTOCOLS.min) ? newest : undefined;
}
