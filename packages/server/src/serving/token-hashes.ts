import { hashSecret } from '../screens/token.js';

/** Tokens that are remembered: more than a node has screens. */
const MAX_TOKENS = 50_000;

/**
 * Remembers the hashes of tokens that open a screen, since hashing is a fifth of what a poll costs.
 * A map keyed by the token tells an attacker nothing by its timing: its own hash is seeded.
 */
export class TokenHashes {
  readonly #hashes = new Map<string, string>();

  /** @param opensScreen whether a hash is a screen's; strangers' tokens are not remembered. */
  constructor(private readonly opensScreen: (hash: string) => boolean) {}

  /** @returns what the token is stored as (SEC-1). */
  hashOf(token: string): string {
    const known = this.#hashes.get(token);
    if (known !== undefined) return known;
    const hash = hashSecret(token);
    if (!this.opensScreen(hash)) return hash;
    if (this.#hashes.size >= MAX_TOKENS) this.#hashes.clear();
    this.#hashes.set(token, hash);
    return hash;
  }
}
