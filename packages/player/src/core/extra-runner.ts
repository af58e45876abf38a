import { PROTOCOLS } from '@hallboard/shared';
import type { ChannelAttempt } from '../ports/invalidation-channel.js';
import type { MediaOutcome } from '../ports/media-source.js';
import type { CommitOutcome, OpenOutcome } from '../ports/media-store.js';
import type { Ports } from '../ports/ports.js';
import type { RingClaim } from '../ports/snapshot-store.js';
import type { CommandName, EffectId, RingEffect } from './effect.js';
import type { Runner, RunnerBase } from './effect-runner.js';
import type { ExtraEffect } from './transition-extras.js';

export interface ExtraRunnerOptions {
  readonly ports: Pick<Ports, 'store' | 'channel' | 'media' | 'mediaStore'>;
  /** What the server asked this screen to do (WS-2); already acknowledged. */
  readonly onCommand?: (command: CommandName) => void;
  /** Called when something is to be heard, which is written down by then (TIME-3). */
  readonly onRing?: (ring: RingEffect) => void;
}

/** Carries out what is asked of sockets, files and bells. */
export function createExtraRunner(
  { ports, onCommand, onRing }: ExtraRunnerOptions,
  { begin, credentials, dispatch }: RunnerBase,
): Runner<ExtraEffect> {
  const sockets = new Map<EffectId, ChannelAttempt>();

  function openChannel(id: EffectId): void {
    const attempt = ports.channel.open((event) => {
      if (event.kind === 'closed') sockets.delete(id);
      dispatch({ kind: 'channel', id, event });
    });
    sockets.set(id, attempt);
  }

  return {
    run(effect) {
      switch (effect.kind) {
        case 'claim-ring':
          begin<RingClaim>(
            effect.id,
            (done) => ports.store.claimRing(effect.key, done),
            (claim) => ({ kind: 'ring-claimed', id: effect.id, claim }),
          );
          break;
        case 'ring':
          onRing?.(effect);
          break;
        case 'expect-media':
          ports.mediaStore.expect(effect.hashes);
          break;
        case 'open-media':
          begin<OpenOutcome>(
            effect.id,
            (done) => ports.mediaStore.open(effect.file, done),
            (outcome) => ({ kind: 'media-opened', id: effect.id, outcome }),
          );
          break;
        case 'download-media': {
          const { file, fromByte, toByte } = effect;
          const request = { credentials: credentials(), hash: file.hash, fromByte, toByte };
          begin<MediaOutcome>(
            effect.id,
            (done) => ports.media.request(request, file.bytes, done),
            (outcome) => ({ kind: 'media-received', id: effect.id, outcome }),
          );
          break;
        }
        case 'stage-media':
          ports.mediaStore.stage(effect.hash, effect.fromByte, effect.bytes);
          break;
        case 'commit-media':
          begin<CommitOutcome>(
            effect.id,
            (done) => ports.mediaStore.commit(effect.file, done),
            (outcome) => ({ kind: 'media-committed', id: effect.id, outcome }),
          );
          break;
        case 'make-room':
          ports.mediaStore.makeRoom();
          break;
        case 'open-channel':
          openChannel(effect.id);
          break;
        case 'hello': {
          const { token, deviceId } = credentials();
          const { revision } = effect;
          const hello = { type: 'hello', protocols: PROTOCOLS, token, device: deviceId, revision };
          sockets.get(effect.id)?.send(JSON.stringify(hello));
          break;
        }
        case 'send':
          sockets.get(effect.id)?.send(JSON.stringify(effect.message));
          break;
        case 'close-channel':
          sockets.get(effect.id)?.close();
          sockets.delete(effect.id);
          break;
        case 'command':
          onCommand?.(effect.name);
          break;
      }
    },
    close() {
      for (const socket of sockets.values()) socket.close();
      sockets.clear();
      ports.mediaStore.close();
    },
  };
}
