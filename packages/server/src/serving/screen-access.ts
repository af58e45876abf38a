import { EPHEMERAL_DEVICE } from '@hallboard/shared';
import { ApiError } from '../http/api-error.js';
import { KeyedBuckets } from '../http/keyed-buckets.js';
import type { Clock } from '../ports/clock.js';
import type { Store } from '../store/store.js';
import type { SchoolIndex } from './school-index.js';
import type { ServedScreen } from './served.js';
import { TokenHashes } from './token-hashes.js';

/** How often one client address may make the store look for a token that nobody knows (HTTP-6). */
const UNKNOWN_TOKENS = { perSecond: 20 / 60, burst: 20 };

/** Addresses that are counted at once. */
const MAX_ADDRESSES = 10_000;

export interface ScreenAccessOptions {
  readonly index: SchoolIndex;
  readonly store: Store;
  readonly clock: Clock;
  /** `DISPLAY_ALLOW_MULTI_DEVICE` (BIND-3). */
  readonly allowMultiDevice: boolean;
  /**
   * Whether the screen's binding has lapsed, for this device to have it (STORE-6).
   * @default none ever does
   */
  readonly hasLapsed?: (screen: ServedScreen, deviceId: string) => Promise<boolean>;
  /** Hears of each device that is refused since the screen is another's. */
  readonly onRefused?: (screen: ServedScreen) => void;
}

/** Decides which screen a token opens, and whether this device may: for HTTP and sockets alike. */
export class ScreenAccess {
  readonly #tokens: TokenHashes;
  readonly #unknownTokens = new KeyedBuckets(UNKNOWN_TOKENS, MAX_ADDRESSES);

  constructor(private readonly options: ScreenAccessOptions) {
    const { index } = options;
    this.#tokens = new TokenHashes((hash) => index.screenByTokenHash(hash) !== undefined);
  }

  /** @returns the screen if this node knows the token and it is not revoked; from memory alone. */
  known(token: string): ServedScreen | undefined {
    const hash = this.#tokens.hashOf(token);
    const screen = this.options.index.screenByTokenHash(hash);
    return screen?.record.revokedAtMs === undefined ? screen : undefined;
  }

  /** Whether the device may read the screen without claiming it first. */
  owns(screen: ServedScreen, deviceId: string): boolean {
    const owner = screen.record.deviceId;
    return owner === deviceId || (owner !== undefined && this.#isShared(screen));
  }

  /**
   * Finds a token's screen, in the store where this node does not know it: another node may have
   * just made it.
   *
   * @param address whom to count a miss for.
   * @throws ApiError `unknown_screen` or `rate_limited`.
   * @throws StoreUnavailableError where the node cannot know (HTTP-5).
   */
  async find(token: string, address: string): Promise<ServedScreen> {
    const { index, store, clock } = this.options;
    const tokenHash = this.#tokens.hashOf(token);
    const held = index.screenByTokenHash(tokenHash);
    if (held !== undefined) return usable(held);
    const waitMs = this.#unknownTokens.take(address, clock.monotonicMs());
    if (waitMs > 0) {
      throw new ApiError('rate_limited', 'Too many unknown tokens from this address', {
        retryAfterMs: waitMs,
      });
    }
    const record = await store.screenByTokenHash(tokenHash);
    if (record === undefined) throw unknownScreen();
    await index.refresh(record.schoolId);
    return usable(index.screenByTokenHash(tokenHash));
  }

  /**
   * Makes sure that the device may read the screen, binding it if the screen has no owner (BIND-1), or
   * none any more (STORE-6).
   *
   * @returns the screen as it is served after that.
   * @throws ApiError `screen_bound` or `unknown_screen`.
   * @throws StoreUnavailableError where nobody can say whose it is.
   */
  async claim(screen: ServedScreen, deviceId: string): Promise<ServedScreen> {
    const { index, store, hasLapsed } = this.options;
    const { id, schoolId, tokenHash, deviceId: owner, barredDeviceId } = screen.record;
    if (this.owns(screen, deviceId)) return screen;
    const mayLapse = owner?.startsWith(EPHEMERAL_DEVICE) === true;
    if ((owner !== undefined && !mayLapse) || barredDeviceId === deviceId) {
      throw this.#boundElsewhere(screen);
    }
    // Where it has not, the store is asked too: another node may have given this device the screen.
    const lapsed = mayLapse && (await hasLapsed?.(screen, deviceId)) === true ? owner : undefined;
    const outcome = await store.claimScreen(id, deviceId, lapsed);
    const isMine = outcome === 'won' || outcome === 'mine';
    const bound = isMine ? index.bound(screen, deviceId) : undefined;
    if (bound !== undefined) return bound;
    await index.refresh(schoolId);
    if (outcome === 'unknown-screen') throw unknownScreen();
    if (outcome === 'barred' || (outcome === 'taken' && !this.#isShared(screen))) {
      throw this.#boundElsewhere(screen);
    }
    return usable(index.screenByTokenHash(tokenHash));
  }

  #boundElsewhere(screen: ServedScreen): ApiError {
    this.options.onRefused?.(screen);
    return new ApiError('screen_bound', 'This screen belongs to another device');
  }

  #isShared({ schoolMultiDevice }: ServedScreen): boolean {
    return this.options.allowMultiDevice || schoolMultiDevice;
  }
}

/** The same for unknown, revoked and other schools' tokens (HTTP-5). */
function unknownScreen(): ApiError {
  return new ApiError('unknown_screen', 'No screen has this token');
}

function usable(screen: ServedScreen | undefined): ServedScreen {
  if (screen === undefined || screen.record.revokedAtMs !== undefined) throw unknownScreen();
  return screen;
}
