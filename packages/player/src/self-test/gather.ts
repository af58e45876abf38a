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

/**
 * Tries everything, at most about ten seconds.
 * @param isTouched whether a key was pressed before: it allows sound that a start would not.
 */
export async function gather(
  page: Window & typeof globalThis,
  clock: Clock,
  isTouched: boolean,
): Promise<Evidence> {
  const { location, navigator } = page;
  const { userAgent } = navigator;
  const fetch = (path: string, init: RequestInit): Promise<Response> => page.fetch(path, init);
  const socketUrl = `${location.origin.replace(/^http/, 'ws')}${PATHS.socket}`;
  const createAudio = 'AudioContext' in page ? () => new page.AudioContext() : undefined;
  const [server, intact, socket, sound, scripts, storage, free] = await Promise.all([
    askServer({ clock, fetch, userAgent, protocol: location.protocol }),
    checkPage(clock, fetch),
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
    isSecure: page.isSecureContext,
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
