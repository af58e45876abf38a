import { PATHS } from '@hallboard/shared';
import type { Clock } from '../ports/clock.js';
import type { Evidence } from './evidence.js';
import { askServer } from './probes/ask-server.js';
import { checkPage } from './probes/check-page.js';
import { drawScripts } from './probes/draw-scripts.js';
import { missingFeatures } from './probes/missing-features.js';
import { trySocket } from './probes/try-socket.js';
import { trySound } from './probes/try-sound.js';
import { freeBytes, tryStorage } from './probes/try-storage.js';

export interface GatherOptions {
  readonly page: Window & typeof globalThis;
  readonly clock: Clock;
  /** A key was pressed before: it allows sound that a start would not. */
  readonly isTouched: boolean;
  /** The origin of the server of a TV's app. Absent: the page's own. */
  readonly server: string | undefined;
}

/** Tries everything, at most about ten seconds. */
export async function gather(options: GatherOptions): Promise<Evidence> {
  const { page, clock, isTouched, server: packagedFor } = options;
  const { location, navigator } = page;
  const { userAgent } = navigator;
  const isPackaged = packagedFor !== undefined;
  const origin = packagedFor ?? location.origin;
  const { protocol } = new URL(origin);
  const fetch = (path: string, init: RequestInit): Promise<Response> =>
    page.fetch(origin + path, init);
  const socketUrl = `${origin.replace(/^http/, 'ws')}${PATHS.socket}`;
  const createAudio = 'AudioContext' in page ? () => new page.AudioContext() : undefined;
  const [server, intact, socket, sound, scripts, storage, free] = await Promise.all([
    askServer({ clock, fetch, userAgent, protocol }),
    // A file of the device came by no network.
    isPackaged ? ('intact' as const) : checkPage(clock, fetch),
    trySocket(clock, () => new page.WebSocket(socketUrl)),
    trySound(clock, createAudio),
    drawScripts(clock),
    tryStorage(clock),
    freeBytes(clock),
  ]);
  return {
    server,
    page: intact,
    socket,
    isSecure: isPackaged ? protocol === 'https:' : page.isSecureContext,
    isPackaged,
    isControlled: Boolean(navigator.serviceWorker?.controller),
    storage,
    freeBytes: free,
    userAgent,
    missing: missingFeatures(page),
    sound: isTouched && sound !== 'absent' ? 'touched' : sound,
    scripts,
    zoneAheadMin: -new Date(clock.wallMs()).getTimezoneOffset(),
  };
}
