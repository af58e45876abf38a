import { LAYOUTS, type ScreenInfo } from '@hallboard/shared';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** What is said of a screen on the command line; `false` takes away. */
export interface ScreenOptions {
  readonly name?: string;
  readonly layout?: string;
  readonly group?: readonly string[] | false;
  readonly division?: string | false;
  readonly class?: string;
  readonly room?: string;
  readonly focus?: boolean;
  readonly sound?: ScreenInfo['sound'];
  readonly night?: ScreenInfo['nightHours'] | false;
}

/** Adds the options that a new screen and a change of one share. */
export function addScreenOptions(command: Command): Command {
  return command
    .addOption(new Option('--layout <layout>', 'what it shows').choices([...LAYOUTS]))
    .option('--group <group...>', 'groups whose items it shows, beside those for all')
    .option('--division <division>', 'whose bells it follows')
    .addOption(new Option('--class <class>', 'shows one class').conflicts('room'))
    .option('--room <room>', 'shows one room')
    .option('--sound <volume>', 'how loud it is, 1 to 100; off: silent', readSound)
    .option('--night <from-until>', 'when it is black: 21:30-06:00', readNight);
}

/** @returns the options as the administrators' API takes them; `null` is what is taken away. */
export function screenFields(options: ScreenOptions): Record<string, unknown> {
  const { name, layout, group, division, sound, night } = options;
  const fields = {
    name,
    layout,
    groups: group === false ? [] : group,
    division: orNull(division),
    focus: focusOf(options),
    sound,
    nightHours: orNull(night),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function focusOf({ class: schoolClass, room, focus }: ScreenOptions): unknown {
  if (schoolClass !== undefined) return { kind: 'class', class: schoolClass };
  if (room !== undefined) return { kind: 'room', room };
  return focus === false ? null : undefined;
}

function orNull<T>(value: T | false): T | null {
  return value === false ? null : value;
}

function readSound(text: string): ScreenInfo['sound'] {
  if (text === 'off') return { on: false, volume: 0.5 };
  const percent = Number(text);
  if (/^\d{1,3}$/.test(text) && percent >= 1 && percent <= 100) {
    return { on: true, volume: percent / 100 };
  }
  throw new InvalidArgumentError('must be off, or a whole number from 1 to 100');
}

function readNight(text: string): ScreenInfo['nightHours'] {
  const [, from, until] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  if (from !== undefined && until !== undefined) return { from, until };
  throw new InvalidArgumentError('must be two times like 21:30-06:00');
}
