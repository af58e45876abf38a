import type { DevicePlaces } from './adapters/device-places.js';
import { InvalidOptionError } from './errors.js';
import type { MessageSource } from './ports/message-source.js';
import type { PairingSource } from './ports/pairing-source.js';
import type { Ports } from './ports/ports.js';
import type { ReportSink } from './ports/report-sink.js';
import type { Speaker } from './ports/speaker.js';
import type { Messages } from './ui/messages/messages.js';

/** Everything outside the player. */
export interface PlayerPorts extends Ports {
  readonly pairing: PairingSource;
  readonly reports: ReportSink;
  readonly messages: MessageSource;
  readonly speaker: Speaker;
}

export interface PlayerOptions {
  /**
   * An element, filled by the player and emptied by `close()`. Its size decides the size of everything.
   */
  readonly container: HTMLElement;
  /**
   * The screen's secret. It goes to the server, in headers and frames, and nowhere else.
   * @default none: the player shows that this screen is not set up yet.
   */
  readonly token?: string;
  /**
   * Called with the token of the screen that an administrator gave to this device, by the code that
   * the player shows while it has no token or its own is refused (BIND-2, BIND-5). Keep the token
   * before anything else, and open another player with it.
   * @default none: the player shows no code, and without a token it asks nobody.
   */
  readonly onPaired?: (token: string) => void;
  /**
   * Where the Hallboard server answers, such as `https://board.example.org`.
   * @default the page's origin
   */
  readonly serverUrl?: string;
  /**
   * What the player says by itself, by language: the messages, or the address of a JSON file that
   * has them, such as those in `@hallboard/player/locales`. A file is loaded once its language is
   * needed, and again while it cannot be had; until then, the player speaks English.
   * @default English alone
   */
  readonly languages?: Readonly<Record<string, Messages | string>>;
  /**
   * For a preview beside the real screen: no bell or alert is heard of it (TIME-3).
   * @default false
   */
  readonly silent?: boolean;
  /**
   * Whether other screens are shown on this device too, as by a second player of the page. They then
   * keep what they have stored; else only the newest token's is kept (P-8).
   * @default false
   */
  readonly sharesDevice?: boolean;
  /**
   * Replaces what the player uses of the browser; meant for tests (see `@hallboard/player/testing`).
   * @default the browser's own
   */
  readonly ports?: Partial<PlayerPorts>;
  /**
   * Where the device keeps things, if the page around the player, or another player, uses the same.
   * @default the player's own
   */
  readonly places?: DevicePlaces;
}

/** Whether a text can be a screen's token: 1 to 128 characters that need no escaping anywhere. */
export function isToken(text: string): boolean {
  return /^[\w.~-]{1,128}$/.test(text);
}

/**
 * @returns the address without a slash at its end.
 * @throws InvalidOptionError
 */
export function checkServerUrl(text: string): string {
  const url = parseUrl(text);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new InvalidOptionError('serverUrl', 'must start with http:// or https://');
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
