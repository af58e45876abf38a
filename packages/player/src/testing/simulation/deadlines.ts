/** A publish is shown within this where only polling works: the longest wait and a request (P-2). */
const POLLED_WITHIN_MS = 47_000;
/** The same after the network's return: a request that hangs comes first (P-2). */
const RECOVERS_WITHIN_MS = 66_000;
/** Storage, and the identity in it, is asked again after a minute of silence, and then a refresh. */
const STORAGE_RECOVERS_WITHIN_MS = 500_000;
/** A start waits two seconds for storage (STORE-3). */
const BOOT_SHOWS_WITHIN_MS = 2_500;
/** The longest rest of a channel, after a dead socket was noticed (WS-6, WS-7). */
const CONNECTS_WITHIN_MS = 600_000;

/**
 * A step that hangs, the longest backoff, a Retry-After, the spread of a start, and the requests
 * themselves, which give way to refreshes (STORE-4).
 */
const MEDIA_WITHIN_MS = 1_300_000;

/** By when a screen has to be in order again, as far as what befell it lets it. True time. */
export class Deadlines {
  /** Shows what the server has (P-2), and knows whether realtime is on (P-6). */
  freshMs = -Infinity;
  /** Shows what is on the device, if a copy is left (P-1). */
  shownMs = -Infinity;
  /** Shows every file that it needs (STORE-4). */
  mediaMs = -Infinity;
  /** Has a socket (WS-7). */
  linkedMs = -Infinity;
  /** Storage was not well when it was asked: it is asked again in time. */
  private isUnread = false;

  /** @param windowMs how soon it must be shown, where the socket is up. */
  published(nowMs: number, windowMs: number | undefined): void {
    this.freshMs = Math.max(this.freshMs, nowMs + (windowMs ?? POLLED_WITHIN_MS));
    this.mediaMs = Math.max(this.mediaMs, this.freshMs + MEDIA_WITHIN_MS);
  }

  /** Something happened: what was on its way may be lost, and the next poll finds it. */
  disturbed(nowMs: number): void {
    this.published(nowMs, undefined);
    this.linkedMs = Math.max(this.linkedMs, nowMs + CONNECTS_WITHIN_MS);
  }

  /** @param canRead whether storage answers. */
  booted(nowMs: number, canRead: boolean): void {
    this.isUnread = !canRead;
    this.shownMs = nowMs;
    this.recovers(nowMs);
  }

  /** The player knows who it is and what it has. */
  hasRead(): void {
    this.isUnread = false;
  }

  /** Something that kept requests from the server is over. */
  recovers(nowMs: number): void {
    if (this.isUnread) this.storageRecovers(nowMs);
    this.freshMs = Math.max(this.freshMs, nowMs + RECOVERS_WITHIN_MS);
    this.shownMs = Math.max(this.shownMs, nowMs + BOOT_SHOWS_WITHIN_MS);
    this.disturbed(nowMs);
  }

  /** The device's storage has become well. */
  storageRecovers(nowMs: number): void {
    this.isUnread = true;
    this.freshMs = Math.max(this.freshMs, nowMs + STORAGE_RECOVERS_WITHIN_MS);
    this.shownMs = Math.max(this.shownMs, nowMs + STORAGE_RECOVERS_WITHIN_MS);
    this.disturbed(nowMs);
  }
}
