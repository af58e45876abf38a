import { SELF_TEST_FINDINGS, type SelfTestFinding, type SelfTestReport } from '@hallboard/shared';
import type { SelfTestMessages, Tone } from './messages/messages.js';

/** One finding in words. */
export interface Said {
  readonly finding: SelfTestFinding;
  readonly outcome: string;
  readonly tone: Tone;
  readonly name: string;
  readonly text: string;
}

/** What a screen can do without. */
const LIMITED: readonly string[] = [
  ...[
    'plain',
    'proxied',
    'untrusted',
    'blocked',
    'off',
    'cache',
    'database',
    'local',
    'low',
    'aged',
  ],
  ...['muted', 'absent'],
];
/** What it cannot do without. Every other outcome is good. */
const BAD: readonly string[] = [
  ...['unreachable', 'intercepted', 'altered', 'wrong', 'server', 'memory', 'unsupported'],
  ...['unshaped', 'missing'],
];

function toneOf(outcome: string): Tone {
  if (outcome === 'untested') return 'unknown';
  if (BAD.includes(outcome)) return 'bad';
  return LIMITED.includes(outcome) ? 'limited' : 'good';
}

/** The worst of all that is known. */
export function verdictOf(said: readonly Said[]): Exclude<Tone, 'unknown'> {
  const tones = said.map(({ tone }) => tone);
  if (tones.includes('bad')) return 'bad';
  return tones.includes('limited') ? 'limited' : 'good';
}

export interface SayOptions {
  readonly messages: SelfTestMessages;
  readonly freeBytes: number | undefined;
  /** Of the self-test itself. */
  readonly address: string;
}

/** Says each finding of a report in a language's words. */
export function say(report: SelfTestReport, options: SayOptions): readonly Said[] {
  const { messages, freeBytes = 0, address } = options;
  const places: Readonly<Record<string, string>> = {
    zone: zoneText(report.zoneAheadMin),
    minutes: String(Math.abs(report.clockAheadMin)),
    free: sizeText(freeBytes),
    engine: engineText(report.engine),
    address,
  };
  return SELF_TEST_FINDINGS.map((finding) => {
    const outcome: string = report.findings[finding];
    const texts: Readonly<Record<string, string>> = messages.texts[finding];
    const untested = finding === 'sound' ? messages.soundUntested : messages.untested;
    const text = (texts[outcome] ?? untested).replace(
      /\{(\w+)\}/g,
      (place, name: string) => places[name] ?? place,
    );
    const name = messages.names[finding];
    return { finding, outcome, tone: toneOf(outcome), name, text };
  });
}

function engineText({ family, version }: SelfTestReport['engine']): string {
  const name = family.charAt(0).toUpperCase() + family.slice(1);
  return version === 0 ? name : `${name} ${version}`;
}

function zoneText(aheadMin: number): string {
  const minutes = Math.abs(aheadMin);
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = aheadMin < 0 ? '−' : '+';
  return `UTC${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function sizeText(bytes: number): string {
  const megabytes = Math.floor(bytes / 1e6);
  return megabytes < 1000 ? `${megabytes} MB` : `${Math.floor(megabytes / 1000)} GB`;
}
