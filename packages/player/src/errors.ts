import type { RefreshFailure } from './core/state.js';

/** An option of `createPlayer` that cannot be used. Thrown at once, before anything starts. */
export class InvalidOptionError extends TypeError {
  override readonly name = 'InvalidOptionError';

  /** @param option the name of the option, such as `serverUrl`. */
  constructor(
    readonly option: string,
    requirement: string,
  ) {
    super(`Option "${option}" ${requirement}.`);
  }
}

/**
 * The server could not be asked, or something else answered in its place. It passes by itself: the
 * player keeps what it shows and tries again.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError';

  /** `not-ours`: an answer that is not the API's, such as a captive portal's page. */
  constructor(readonly reason: 'network' | 'timeout' | 'not-ours') {
    super(`The server was not reached: ${reason}.`);
  }
}

/**
 * The server answered, and the answer is a refusal or breaks the contract. The player keeps what it
 * shows and tries again, but somebody may have to act: an unknown screen stays one.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';

  /**
   * @param code the server's own code, or `invalid` for a body that is no snapshot.
   * @param detail for `invalid`, the first thing that is wrong.
   */
  constructor(
    readonly code: string,
    detail = '',
  ) {
    super(`The server's answer cannot be used: ${code}${detail && ` (${detail})`}.`);
  }
}

/** Everything that an `error` event can bring. */
export type PlayerError = TransportError | ContractError;

/** @returns `undefined` for a failure that is the device's own, not of a refresh. */
export function toPlayerError(failure: RefreshFailure): PlayerError | undefined {
  switch (failure.cause) {
    case 'network':
    case 'not-ours':
    case 'timeout':
      return new TransportError(failure.cause);
    case 'invalid':
      return new ContractError('invalid', failure.detail);
    case 'rejected':
      return new ContractError(failure.code);
    case 'no-identity':
      return undefined;
  }
}
