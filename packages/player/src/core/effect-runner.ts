import { PROTOCOLS } from '@hallboard/shared';
import type { Cancel } from '../ports/clock.js';
import type { Identity } from '../ports/device-identity.js';
import type { ChannelAttempt } from '../ports/invalidation-channel.js';
import type { MediaOutcome } from '../ports/media-source.js';
import type { CommitOutcome, OpenOutcome } from '../ports/media-store.js';
import type { Ports } from '../ports/ports.js';
import type { Credentials, SourceOutcome, SourceRequest } from '../ports/snapshot-source.js';
import type { RingClaim, Stored } from '../ports/snapshot-store.js';
import type { Ask, CommandName, Effect, EffectId, RingEffect } from './effect.js';
import type { PlayerEvent } from './event.js';

export interface EffectRunnerOptions {
  readonly ports: Ports;
  readonly token: string;
  readonly onCommand?: (command: CommandName) => void;
  readonly onRing?: (ring: RingEffect) => void;
  readonly dispatch: (event: PlayerEvent) => void;
}

export interface EffectRunner {
  /** Throws what the port throws. */
  run(effect: Effect): void;
  /** Cancels and closes all that is under way. */
  close(): void;
}

/** Carries effects out on the ports, and is the only one that knows the credentials. */
export function createEffectRunner(options: EffectRunnerOptions): EffectRunner {
  const { ports, token, onCommand, onRing, dispatch } = options;
  const pending = new Map<EffectId, Cancel>();
  const sockets = new Map<EffectId, ChannelAttempt>();
  let identity: Identity | undefined;

  /** Starts something that ends with one event, or is cancelled first. */
  function begin<T>(
    id: EffectId,
    start: (done: (result: T) => void) => Cancel,
    toEvent: (result: T) => PlayerEvent,
  ): void {
    let isDone = false;
    const cancel = start((result) => {
      isDone = true;
      pending.delete(id);
      dispatch(toEvent(result));
    });
    if (!isDone) pending.set(id, cancel);
  }

  function credentials(): Credentials {
    if (identity === undefined) throw new Error('the device has no id yet');
    return { token, deviceId: identity.deviceId };
  }

  function openChannel(id: EffectId): void {
    const attempt = ports.channel.open((event) => {
      if (event.kind === 'closed') sockets.delete(id);
      dispatch({ kind: 'channel', id, event });
    });
    sockets.set(id, attempt);
  }

  function run(effect: Effect): void {
    switch (effect.kind) {
      case 'load-identity':
        begin<Identity>(
          effect.id,
          (done) => ports.identity.load(done),
          (loaded) => {
            identity = loaded;
            return { kind: 'identity-loaded', id: effect.id, identity: loaded };
          },
        );
        break;
      case 'load-store':
        begin<Stored>(
          effect.id,
          (done) => ports.store.load(done),
          (stored) => ({ kind: 'store-loaded', id: effect.id, stored }),
        );
        break;
      case 'request': {
        const request = toRequest(effect.ask, credentials());
        begin<SourceOutcome>(
          effect.id,
          (done) => ports.source.request(request, done),
          (outcome) => ({ kind: 'answered', id: effect.id, outcome }),
        );
        break;
      }
      case 'save':
        begin<boolean>(
          effect.id,
          (done) => ports.store.save(effect.generation, effect.keep, done),
          (saved) => ({ kind: 'saved', id: effect.id, saved }),
        );
        break;
      case 'remember':
        ports.store.remember(effect.memory, ignore);
        break;
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
      case 'cancel':
        pending.get(effect.id)?.();
        pending.delete(effect.id);
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
      case 'log':
        ports.logger.log(effect.entry);
        break;
    }
  }

  return {
    run,
    close() {
      for (const cancel of pending.values()) cancel();
      for (const socket of sockets.values()) socket.close();
      pending.clear();
      sockets.clear();
    },
  };
}

function toRequest(ask: Ask, credentials: Credentials): SourceRequest {
  return { ...ask, credentials };
}

/** The next one replaces it in any case. */
function ignore(): void {
  // Nothing waits for it.
}
