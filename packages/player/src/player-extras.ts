import type { CommandName } from '@hallboard/shared';
import type { EarlyCore } from './core/early-core.js';
import { joinWhole } from './core/player-core.js';
import type { EarlyPlayerPorts } from './create-browser-ports.js';
import { createExtraPorts, type ExtraPortsOptions } from './extra-ports.js';
import { keepSound, type SoundStatus } from './keep-sound.js';
import { createPairDevice, type PairDevice } from './pair-device.js';
import type { PlayerOptions } from './player-options.js';
import type { WaitingCode } from './ports/pairing-source.js';

/** What a player can show and poll without: sockets, files, bells and pairing. */
export interface PlayerExtras {
  /** Called before each painting. @param nowMs the core's `trueNowMs()`. */
  follow(nowMs: number): void;
  /** Called after each painting. */
  painted(): void;
  sound(): SoundStatus;
  /** The code that this device is paired by, where its token is refused (BIND-5). */
  waiting(): WaitingCode | undefined;
  /** See `MediaStore`. */
  url(hash: string): string | undefined;
  close(): void;
}

export interface PlayerExtrasOptions {
  readonly core: EarlyCore;
  readonly ports: EarlyPlayerPorts;
  readonly forExtras: ExtraPortsOptions;
  readonly silent: boolean;
  readonly onPaired: PlayerOptions['onPaired'];
  readonly onCommand: (name: CommandName) => void;
  /** Something went wrong that the next report tells (OBS-3). */
  readonly onError: (code: string) => void;
  /** Something of it that is painted has changed. */
  readonly onChange: () => void;
}

export interface DevicePairingOptions {
  readonly ports: EarlyPlayerPorts;
  readonly forExtras: ExtraPortsOptions;
  readonly onToken: (token: string) => void;
  readonly onChange: () => void;
}

/** How a player comes by them; what that takes is its own business. */
export interface Extras {
  /**
   * Joins a core with them.
   * @internal
   */
  createPlayerExtras(options: PlayerExtrasOptions): PlayerExtras;
  /**
   * For a screen without a token.
   * @internal
   */
  createDevicePairing(options: DevicePairingOptions): PairDevice;
}

/** Brings the extras: at once, or when they have been loaded, which may be never (PAGE-3). */
export type WhenExtras = (use: (extras: Extras) => void) => void;

/** All of them, for a page that has them from its start, or for the script that brings them. */
export const EXTRAS: Extras = { createPlayerExtras, createDevicePairing };

function createDevicePairing({ ports, forExtras, ...options }: DevicePairingOptions): PairDevice {
  return createPairDevice({ ...ports, ...createExtraPorts(forExtras), ...options });
}

function createPlayerExtras(options: PlayerExtrasOptions): PlayerExtras {
  const { core, forExtras, silent, onPaired, onCommand, onError, onChange } = options;
  const ports = { ...options.ports, ...createExtraPorts(forExtras) };
  const sound = keepSound(ports.speaker, {
    onChange() {
      core.noteHeard(sound.status() !== 'muted');
      onChange();
    },
    onSubstitute: () => onError('bell_sound'),
  });
  const pairing = onPaired && createPairDevice({ ...ports, onChange, onToken: onPaired });
  joinWhole(core, { ports, onCommand, onRing: sound.play });

  function isRefused(): boolean {
    const { contact } = core.state();
    return contact.kind === 'failing' && contact.rejection !== undefined;
  }

  return {
    follow(nowMs) {
      if (!silent) sound.follow(core.state(), nowMs);
      if (!isRefused()) pairing?.stop();
    },
    painted() {
      if (isRefused()) pairing?.start();
    },
    sound: sound.status,
    waiting: () => pairing?.waiting(),
    url: ports.mediaStore.url,
    close() {
      pairing?.stop();
      sound.close();
    },
  };
}
