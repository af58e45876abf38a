import type { Ports } from '../ports/ports.js';
import type { Transition } from './create-transition.js';
import {
  createEarlyCore,
  type EarlyCore,
  type EarlyCoreOptions,
  type PlayerCore,
} from './early-core.js';
import { createExtraRunner, type ExtraRunnerOptions } from './extra-runner.js';
import { transition as wholeTransition } from './transition.js';

export interface WholeCoreOptions extends ExtraRunnerOptions {
  /**
   * For simulations, which wrap it to watch every step or to plant a fault.
   * @default transition
   */
  readonly transition?: Transition;
}

export interface PlayerCoreOptions extends EarlyCoreOptions, WholeCoreOptions {
  readonly ports: Ports;
}

/** A core that has everything from its start. */
export function createPlayerCore(options: PlayerCoreOptions): PlayerCore {
  const core = createEarlyCore(options);
  joinWhole(core, options);
  return core;
}

/** Makes a whole one of a core that shows and polls (PAGE-3). */
export function joinWhole(core: EarlyCore, options: WholeCoreOptions): void {
  const { transition = wholeTransition } = options;
  core.join({ transition, createRunner: (base) => createExtraRunner(options, base) });
}
