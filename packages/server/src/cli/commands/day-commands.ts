import type { Command } from 'commander';
import { dayPlansAnswer, publishedAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';

interface ClearOptions extends ConnectOptions {
  readonly division?: string;
}

interface SetOptions extends ClearOptions {
  readonly schedule?: string;
  readonly cycleDay?: string;
  readonly title?: string;
}

/** `day set`, `day clear` and `day list`. */
export function addDayCommands(program: Command, context: CliContext): void {
  const day = program.command('day').description('dates that are not like others: early closing');

  day
    .command('set <school> <date> [template]')
    .description('plans a date by one of the school’s day templates, or by what is given')
    .option('--division <division>', 'only for this division')
    .option('--schedule <schedule>', 'the bells of that day')
    .option('--cycle-day <day>', 'which day of the timetable it follows')
    .option('--title <text>', 'what screens call the day')
    .action(
      async (
        school: string,
        date: string,
        template: string | undefined,
        _options,
        command: Command,
      ) => {
        const options = command.optsWithGlobals<SetOptions>();
        const client = await connect(options, context);
        const { schedule, cycleDay, title } = options;
        const body = { template, schedule, cycleDay, title };
        const path = planPath(school, date, options);
        const { revision } = await client.call('PUT', path, publishedAnswer, { body });
        context.print(`Planned ${date}: revision ${revision}.`);
      },
    );

  day
    .command('clear <school> <date>')
    .description('takes the plan off a date; below one by hand, that of an import counts again')
    .option('--division <division>', 'only the plan of this division')
    .action(async (school: string, date: string, _options, command: Command) => {
      const options = command.optsWithGlobals<ClearOptions>();
      const client = await connect(options, context);
      const path = planPath(school, date, options);
      const { revision } = await client.call('DELETE', path, publishedAnswer);
      context.print(`Cleared ${date}: revision ${revision}.`);
    });

  day
    .command('list <school>')
    .description('lists the day templates of a school, and its planned dates')
    .action(async (school: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const { dayTemplates, dayPlans } = await client.call(
        'GET',
        plansPath(school),
        dayPlansAnswer,
      );
      const templates = dayTemplates.map(({ id, title }) => [id, title]);
      for (const line of formatTable(['TEMPLATE', 'TITLE'], templates)) context.print(line);
      context.print('');
      const plans = dayPlans.map((plan) => [
        plan.date,
        plan.division ?? '(all)',
        plan.template ?? '-',
        plan.schedule ?? '-',
        plan.cycleDay ?? '-',
        plan.title ?? '-',
        plan.source ?? '(by hand)',
      ]);
      const heading = ['DATE', 'DIVISION', 'TEMPLATE', 'SCHEDULE', 'CYCLE DAY', 'TITLE', 'FROM'];
      for (const line of formatTable(heading, plans)) context.print(line);
    });
}

function plansPath(school: string): string {
  return `/schools/${encodeURIComponent(school)}/day-plans`;
}

function planPath(school: string, date: string, { division }: ClearOptions): string {
  const query = division === undefined ? '' : `?division=${encodeURIComponent(division)}`;
  return `${plansPath(school)}/${encodeURIComponent(date)}${query}`;
}
