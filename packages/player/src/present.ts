import { isConfirmed } from './core/clock-estimate.js';
import type { PlayerState } from './core/state.js';
import type { WaitingCode } from './ports/pairing-source.js';
import { sceneAt } from './scene/scene-at.js';
import type { ConnectionView, PlayerView } from './scene/view.js';

/** A start that has nothing to show for longer than this has no contact. */
export const START_TAKES_MS = 15_000;

type TimeView = Extract<PlayerView, { kind: 'content' }>['time'];

/**
 * What to paint of a player's state at a moment; pure.
 * @param nowMs the core's `trueNowMs()`.
 * @param scene how a scene is computed. @default sceneAt; `keepScene()` avoids repeating it.
 * @param isIdentified whether the screen has been asked to say which one it is (WS-2).
 */
export function present(
  state: PlayerState,
  nowMs: number,
  scene = sceneAt,
  isIdentified = false,
): PlayerView {
  const { shown, contact } = state;
  const rejection = contact.kind === 'failing' ? contact.rejection : undefined;
  if (shown.kind === 'empty') {
    return {
      kind: 'empty',
      reason: rejection ?? (hasTakenLong(state) ? 'no-contact' : 'starting'),
    };
  }
  const { generation } = shown;
  const snapshot = state.media.playable ?? shown.snapshot;
  const time = timeOf(state);
  const sceneMs = time === 'unknown' ? lastSceneMs(state, nowMs, scene) : nowMs;
  return {
    kind: 'content',
    school: snapshot.school,
    screen: generation.screen,
    scene: scene(snapshot, generation.screen, sceneMs),
    nowMs: sceneMs,
    time,
    connection: connectionOf(state),
    isIdentified,
    ...(rejection !== undefined && { rejection }),
  };
}

/** The same with the code that this device is paired by, where it has one (BIND-5). */
export function withPairing(
  view: PlayerView,
  waiting: WaitingCode | undefined,
  serverUrl: string,
): PlayerView {
  if (waiting === undefined) return view;
  const { code, qr } = waiting;
  const address = `${serverUrl.replace(/^https?:\/\//, '')}/pair`;
  return { ...view, pairing: { code, address, ...(qr && { qr }) } };
}

/**
 * Where the time is not known, the screen stands at the last moment it was (TIME-1). Only an alert
 * is let go once it must have ended, since at least so much time has passed (ALERT-2).
 */
function lastSceneMs(state: PlayerState, nowMs: number, scene: typeof sceneAt): number {
  const { shown, storage, media } = state;
  const lastMs = storage.kind === 'ready' ? storage.memory.lastTrueMs : undefined;
  if (lastMs === undefined || shown.kind === 'empty') return nowMs;
  const last = scene(media.playable ?? shown.snapshot, shown.generation.screen, lastMs);
  return last.kind === 'alert' && last.alert.expiresAt <= nowMs ? nowMs : lastMs;
}

function timeOf({ time }: PlayerState): TimeView {
  if (time.basis === 'memory') return 'unknown';
  return isConfirmed(time) ? 'confirmed' : 'unconfirmed';
}

function connectionOf({ contact, channel }: PlayerState): ConnectionView {
  if (contact.kind === 'failing') {
    const { sinceMs } = contact;
    return { kind: 'offline', ...(sinceMs !== undefined && { sinceMs }) };
  }
  const { kind } = channel.link;
  return { kind: kind === 'open' || kind === 'draining' ? 'live' : 'polling' };
}

function hasTakenLong({ startedAtMs, watch }: PlayerState): boolean {
  return startedAtMs !== undefined && watch.atMs - startedAtMs > START_TAKES_MS;
}
