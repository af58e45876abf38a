import type { Effect } from '../../core/effect.js';
import type { PlayerState } from '../../core/state.js';
import type { FakeServer } from '../fake-server.js';
import type { InMemoryMediaStore } from '../in-memory-media-store.js';
import { RateWatch } from './rate-watch.js';
import type { Report } from './violation.js';

export interface MediaWatchOptions {
  readonly server: FakeServer;
  readonly mediaStore: InMemoryMediaStore;
  readonly report: Report;
}

/** Watches one player's media: shown as they are or not at all, and there in time (STORE-4). */
export class MediaWatch {
  private readonly options: MediaWatchOptions;
  private readonly rate: RateWatch;

  constructor(options: MediaWatchOptions) {
    this.options = options;
    this.rate = new RateWatch('media', options.report);
  }

  /** @param nowMs true time. */
  after(before: PlayerState, next: PlayerState, effects: readonly Effect[], nowMs: number): void {
    for (const { kind } of effects) {
      if (kind === 'download-media') this.rate.spend(nowMs);
    }
    if (next.media.playable !== before.media.playable) this.checkShown(next);
  }

  /** The network has been good for long enough: nothing is missing that the server has. */
  checkArrived({ media }: PlayerState, nowMs: number): void {
    const { server, report } = this.options;
    if (media.open.length === media.needed.length) return;
    const missing = media.needed.filter(({ file: { hash }, untilMs }) => {
      return untilMs > nowMs && server.school.files.has(hash) && !media.open.includes(hash);
    });
    if (missing.length > 0) report('STORE-4', `${missing.length} files have not come`);
  }

  /** Byte by byte what was uploaded. */
  private checkShown({ media }: PlayerState): void {
    const { server, mediaStore, report } = this.options;
    for (const { file } of media.playable?.media ?? []) {
      const original = server.school.files.get(file.hash);
      const shown = mediaStore.bytesOf(file.hash);
      if (shown === undefined || shown.join() !== original?.join()) {
        report('STORE-4', 'a file is shown that is not as it was uploaded');
      }
    }
  }
}
