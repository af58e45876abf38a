import { ALERT_KINDS } from '@hallboard/shared';
import { Argument, type Command, Option } from 'commander';
import * as v from 'valibot';
import { alertAnswer, alertsAnswer } from '../answers.js';
import { type CliContext, CliError } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';

interface WhereOptions extends ConnectOptions {
  readonly school?: string;
  readonly all?: true;
}

interface SetOptions extends WhereOptions {
  readonly instruction?: string;
  readonly minutes: string;
  readonly group?: readonly string[];
  readonly drill?: true;
}

const MAX_MINUTES = 24 * 60;

/** `alert set`, `alert clear` and `alert list`. */
export function addAlertCommands(program: Command, context: CliContext): void {
  const alert = program.command('alert').description('alerts, which take whole screens at once');
  const subcommand = (usage: string, about: string) =>
    alert
      .command(usage)
      .description(about)
      .option('--school <school>', 'of one school')
      .addOption(new Option('--all', 'of all schools').conflicts('school'));

  subcommand('set', 'shows an alert on the screens of a school, or of all')
    .addArgument(new Argument('<kind>', 'how severe it is').choices([...ALERT_KINDS]))
    .argument('<title>', 'in large letters')
    .option('--instruction <text>', 'what to do')
    .option('--minutes <minutes>', `how long it lasts, ${MAX_MINUTES} at most`, '120')
    .option('--group <group...>', 'only screens of these groups')
    .option('--drill', 'says that it is a drill')
    .action(async (kind: string, title: string, _options, command: Command) => {
      const options = command.optsWithGlobals<SetOptions>();
      const path = alertsPath(options);
      const client = await connect(options, context);
      const { instruction, group: groups, drill } = options;
      const lastsMs = readMinutes(options.minutes) * 60_000;
      const body = { kind, title, instruction, groups, drill, lastsMs };
      const answer = await client.call('POST', path, alertAnswer, { body });
      context.print(`Set ${answer.alert.id} (${kind}) until ${time(answer.alert.expiresAt)}.`);
    });

  subcommand('clear', 'ends an alert before its time')
    .argument('<alert>', 'its id, as alert list shows it')
    .action(async (id: string, _options, command: Command) => {
      const options = command.optsWithGlobals<WhereOptions>();
      const path = `${alertsPath(options)}/${encodeURIComponent(id)}`;
      const client = await connect(options, context);
      await client.call('DELETE', path, v.object({}));
      context.print(`Cleared ${id}.`);
    });

  subcommand('list', 'lists the alerts of a school, or those for all').action(
    async (_options, command: Command) => {
      const options = command.optsWithGlobals<WhereOptions>();
      const path = alertsPath(options);
      const client = await connect(options, context);
      const { alerts } = await client.call('GET', path, alertsAnswer);
      const rows = alerts.map(({ id, kind, drill, title, groups, expiresAt, forAll }) => [
        id,
        drill ? `${kind} (drill)` : kind,
        title,
        forAll ? 'all schools' : groups.join(',') || '-',
        time(expiresAt),
      ]);
      for (const line of formatTable(['ALERT', 'KIND', 'TITLE', 'FOR', 'UNTIL'], rows)) {
        context.print(line);
      }
    },
  );
}

/** Whom an alert is for has to be said: nobody should alarm all schools by leaving a word out. */
function alertsPath({ school, all }: WhereOptions): string {
  if (all) return '/alerts';
  if (school === undefined) throw new CliError('Say --school <school>, or --all for every school.');
  return `/schools/${encodeURIComponent(school)}/alerts`;
}

function readMinutes(text: string): number {
  const minutes = Number(text);
  if (/^\d+$/.test(text) && minutes >= 1 && minutes <= MAX_MINUTES) return minutes;
  throw new CliError(`--minutes must be a whole number from 1 to ${MAX_MINUTES}.`);
}

function time(atMs: number): string {
  return new Date(atMs).toISOString();
}
