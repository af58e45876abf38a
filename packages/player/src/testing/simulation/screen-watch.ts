import type { Effect } from '../../core/effect.js';
import type { Input } from '../../core/event.js';
import { checkInvariants } from '../../core/invariants.js';
import type { PlayerState } from '../../core/state.js';
import type { FakeServer } from '../fake-server.js';
import type { InMemoryMediaStore } from '../in-memory-media-store.js';
import { AttemptWatch, isHeldBack } from './attempt-watch.js';
import type { Deadlines } from './deadlines.js';
import { MediaWatch } from './media-watch.js';
import type { Published } from './published.js';
import { TimeWatch } from './time-watch.js';
import type { Report } from './violation.js';

export interface ScreenWatchOptions {
  readonly server: FakeServer;
  readonly published: Published;
  readonly deadlines: Deadlines;
  readonly report: Report;
  /** Whether an intact copy is on the device. */
  readonly hasCopy: () => boolean;
  /** Whether something keeps requests, or the device's storage, from answering. */
  readonly isTroubled: () => boolean;
  readonly hasSocketTrouble: () => boolean;
  readonly hasMediaTrouble: () => boolean;
  readonly mediaStore: InMemoryMediaStore;
}

/** Checks the promises after every event of one player, from its start to its end. */
export class ScreenWatch {
  readonly time: TimeWatch;
  private readonly options: ScreenWatchOptions;
  private readonly attempts: AttemptWatch;
  private readonly media: MediaWatch;
  private readonly deadlines: Deadlines;

  constructor(options: ScreenWatchOptions) {
    this.options = options;
    this.deadlines = options.deadlines;
    this.time = new TimeWatch(options.published, options.report);
    this.attempts = new AttemptWatch(options.report);
    this.media = new MediaWatch(options);
  }

  after(before: PlayerState, next: PlayerState, input: Input, effects: readonly Effect[]): void {
    const { report, server, isTroubled } = this.options;
    const { nowMs } = server.timeline;
    for (const words of checkInvariants(next, before)) report(ruleOf(words), words);
    if (next.shown !== before.shown) this.checkShown(before, next, input);
    this.attempts.after(before, next, input, effects, nowMs);
    this.media.after(before, next, effects, nowMs);
    this.time.after(before, next, input, nowMs);
    // Until now the state was the one before: what is overdue in it was overdue.
    if (!isTroubled()) this.checkDeadlines(before, nowMs);
  }

  /** Nothing is ever shown that was not published as it is (P-1, STORE-2). */
  private checkShown(before: PlayerState, next: PlayerState, { event }: Input): void {
    const { published, report } = this.options;
    if (next.shown.kind === 'empty') return;
    const { generation } = next.shown;
    if (!published.isIntact(generation)) report('P-1', 'what is shown was never published');
    if (event.kind !== 'store-loaded' || before.shown.kind === 'content') return;
    const newest = published.newestIntact(event.stored.generations);
    if (newest?.seq !== generation.seq) report('STORE-2', 'an older copy is shown than is left');
  }

  private checkDeadlines(state: PlayerState, nowMs: number): void {
    const { server, report, hasCopy, hasSocketTrouble, hasMediaTrouble } = this.options;
    const { shown, channel, identity, storage } = state;
    const { deadlines } = this;
    if (identity.kind === 'known' && storage.kind === 'ready') deadlines.hasRead();
    if (isHeldBack(state)) deadlines.recovers(nowMs);
    if (shown.kind === 'empty' && nowMs > deadlines.shownMs && hasCopy()) {
      report('P-1', 'nothing is shown, and a copy is on the device');
    }
    if (nowMs > deadlines.mediaMs && !hasMediaTrouble()) this.media.checkArrived(state, nowMs);
    const { realtime } = server.school;
    if (nowMs > deadlines.freshMs) {
      const revision = shown.kind === 'content' ? shown.generation.revision : undefined;
      if (revision !== server.revision) report('P-2', 'the network is good, and old content shown');
      const isOff = channel.link.kind === 'off';
      if (realtime === 'off' && !isOff) report('P-6', 'realtime is off, and the socket is not');
    }
    const isLinked = channel.link.kind === 'open' || channel.link.kind === 'draining';
    const mustBeLinked = realtime === 'on' && !hasSocketTrouble() && nowMs > deadlines.linkedMs;
    if (mustBeLinked && !isLinked) {
      report('WS-7', `the network is good, and the channel is ${channel.link.kind}`);
    }
  }
}

/** `P-3: words` */
function ruleOf(words: string): string {
  return words.slice(0, Math.max(0, words.indexOf(':')));
}
