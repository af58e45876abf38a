import { trueTime } from '../../core/clock-estimate.js';
import type { Input } from '../../core/event.js';
import { playableSnapshot } from '../../core/playable-snapshot.js';
import type { PlayerState } from '../../core/state.js';
import { keepScene } from '../../keep-scene.js';
import { present } from '../../present.js';
import type { Scene } from '../../scene/scene.js';
import type { Published } from './published.js';
import type { Report } from './violation.js';

/** What is shown is right within this (P-5). */
const TOLERANCE_MS = 1_000;
/** Beyond it, an oscillator may have drifted this far since the last sample. */
const DRIFT = 100e-6;

/** Watches that what is shown is the scene of the true moment, wherever time is confirmed (P-5). */
export class TimeWatch {
  private readonly published: Published;
  private readonly report: Report;
  private readonly painter = keepScene();
  private readonly prophet = keepScene();
  private painted: Scene | undefined;
  private sampledAtMs = 0;
  /** A sleep and a jump hide each other from any player: nothing is expected until a sample. */
  private isBlurred = false;

  constructor(published: Published, report: Report) {
    this.published = published;
    this.report = report;
  }

  blur(): void {
    this.isBlurred = true;
  }

  /** How far the player's time may be off where it is confirmed; `undefined`: however far. */
  toleranceMs(nowMs: number): number | undefined {
    if (this.isBlurred) return undefined;
    return TOLERANCE_MS + (nowMs - this.sampledAtMs) * DRIFT;
  }

  /** @param nowMs true time. */
  after(before: PlayerState, next: PlayerState, input: Input, nowMs: number): void {
    if (next.time.samples !== before.time.samples && isTimely(before, input)) {
      this.sampledAtMs = nowMs;
      this.isBlurred = false;
    }
    const toleranceMs = this.toleranceMs(nowMs);
    if (toleranceMs === undefined || next.shown.kind === 'empty') return;
    const trueMs = trueTime(next.time, input.at);
    const view = present(next, trueMs, this.painter);
    if (view.kind !== 'content' || view.time !== 'confirmed') return;
    const errorMs = Math.round(trueMs - nowMs);
    if (Math.abs(errorMs) > toleranceMs) this.report('P-5', `the clock is ${errorMs} ms off`);
    const isSame = view.scene === this.painted && nowMs < view.scene.changesAt - toleranceMs;
    if (isSame) return;
    this.painted = view.scene;
    const truth = this.published.get(next.shown.generation.revision);
    if (truth === undefined) return;
    const text = JSON.stringify(view.scene);
    const playable = playableSnapshot(truth.snapshot, next.media.open);
    const isRight = [nowMs, nowMs - toleranceMs, nowMs + toleranceMs].some(
      (atMs) => text === JSON.stringify(this.prophet(playable, view.screen, atMs)),
    );
    if (!isRight) this.report('P-5', 'the scene is not the one of this moment');
  }
}

function isTimely({ network }: PlayerState, { event }: Input): boolean {
  return event.kind === 'answered' && network.kind === 'fetching' && !network.attempt.woken;
}
