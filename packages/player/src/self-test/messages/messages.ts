import type { SelfTestFinding, SelfTestReport } from '@hallboard/shared';

/** How a finding is to be taken. */
export type Tone = 'good' | 'limited' | 'bad' | 'unknown';

type Texts = {
  readonly [Finding in SelfTestFinding]: Readonly<
    Record<Exclude<SelfTestReport['findings'][Finding], 'untested'>, string>
  >;
};

/** All that the self-test says, in one language, to whoever looks after a screen. */
export interface SelfTestMessages {
  readonly language: string;
  readonly title: string;
  readonly running: string;
  readonly verdict: Readonly<Record<Exclude<Tone, 'unknown'>, string>>;
  readonly code: string;
  readonly back: string;
  readonly again: string;
  /** `{minutes}` */
  readonly hint: string;
  readonly names: Readonly<Record<SelfTestFinding, string>>;
  /** Places: `{zone}`, `{minutes}`, `{free}`, `{engine}`. */
  readonly texts: Texts;
  readonly untested: string;
  /** `{address}` */
  readonly soundUntested: string;
}
