import type { Cancel } from '../ports/clock.js';
import type { Identity } from '../ports/device-identity.js';
import type { EarlyPorts } from '../ports/ports.js';
import type { Credentials, SourceOutcome } from '../ports/snapshot-source.js';
import type { Stored } from '../ports/snapshot-store.js';
import type { Effect, EffectId } from './effect.js';
import type { PlayerEvent } from './event.js';
import type { ExtraEffect } from './transition-extras.js';

export interface EffectRunnerOptions {
  readonly ports: EarlyPorts;
  readonly token: string;
  readonly dispatch: (event: PlayerEvent) => void;
}

/** What runners share. */
export interface RunnerBase {
  /** Starts something that ends with one event, or is cancelled first. */
  begin<T>(
    id: EffectId,
    start: (done: (result: T) => void) => Cancel,
    toEvent: (result: T) => PlayerEvent,
  ): void;
  /** Throws as long as the device has no id. */
  credentials(): Credentials;
  dispatch(event: PlayerEvent): void;
}

/** Carries out some effects. */
export interface Runner<E extends Effect> {
  /** Throws what the port throws. */
  run(effect: E): void;
  /** Cancels and closes all that is under way. */
  close(): void;
}

/** Carries out what a screen paints and polls by, and hands on the rest. */
export interface EffectRunner extends Runner<Effect> {
  /** There is somebody for the rest. */
  join(create: (base: RunnerBase) => Runner<ExtraEffect>): void;
}

/** Carries effects out on the ports, and is the only one that knows the credentials. */
export function createEffectRunner({ ports, token, dispatch }: EffectRunnerOptions): EffectRunner {
  const pending = new Map<EffectId, Cancel>();
  let identity: Identity | undefined;
  let extras: Runner<ExtraEffect> | undefined;

  const base: RunnerBase = {
    begin(id, start, toEvent) {
      let isDone = false;
      const cancel = start((result) => {
        isDone = true;
        pending.delete(id);
        dispatch(toEvent(result));
      });
      if (!isDone) pending.set(id, cancel);
    },
    credentials() {
      if (identity === undefined) throw new Error('the device has no id yet');
      return { token, deviceId: identity.deviceId };
    },
    dispatch,
  };
  const { begin, credentials } = base;

  return {
    join(create) {
      extras = create(base);
    },
    run(effect) {
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
          const request = { ...effect.ask, credentials: credentials() };
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
        case 'cancel':
          pending.get(effect.id)?.();
          pending.delete(effect.id);
          break;
        case 'log':
          ports.logger.log(effect.entry);
          break;
        default:
          extras?.run(effect);
          break;
      }
    },
    close() {
      for (const cancel of pending.values()) cancel();
      pending.clear();
      extras?.close();
    },
  };
}

/** The next one replaces it in any case. */
function ignore(): void {
  // Nothing waits for it.
}
