import { type Command, Option } from 'commander';
import { ADMIN_ROLES } from '../../store/records.js';
import { createdKeyAnswer, keyAnswer, keysAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';
import { readPages } from '../read-pages.js';

interface CreateOptions extends ConnectOptions {
  readonly role: string;
  readonly school?: readonly string[];
  readonly expires?: string;
}

/** `key create`, `key list` and `key revoke`. */
export function addKeyCommands(program: Command, context: CliContext): void {
  const key = program.command('key').description("manages administrators' keys");

  key
    .command('create <name>')
    .description('makes a key and prints it once; name it for who will have it')
    .addOption(
      new Option('--role <role>', 'owner: all; it: all but keys and new schools; office: notices')
        .choices([...ADMIN_ROLES])
        .makeOptionMandatory(),
    )
    .option('--school <school...>', 'only for these; by default for all')
    .option('--expires <date>', 'opens nothing from then on, such as 2027-07-31')
    .action(async (name: string, _options, command: Command) => {
      const options = command.optsWithGlobals<CreateOptions>();
      const { role, school: schools, expires: expiresAt } = options;
      const client = await connect(options, context);
      const body = { name, role, schools, expiresAt };
      const answer = await client.call('POST', '/keys', createdKeyAnswer, { body });
      context.print(`Created ${answer.key.id} (${name}, ${role}). It is shown this once:`);
      context.print(answer.secret);
    });

  key
    .command('list')
    .description('lists the keys, never what opens with them')
    .action(async (_options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const rows: string[][] = [];
      for await (const { keys } of readPages(client, '/keys', keysAnswer)) {
        for (const { id, name, role, schools, state, expiresAt, lastUsedAt } of keys) {
          const where = schools?.join(',') ?? '(all)';
          rows.push([id, name, role, where, state, expiresAt ?? 'never', lastUsedAt ?? 'never']);
        }
      }
      const heading = ['KEY', 'NAME', 'ROLE', 'SCHOOLS', 'STATE', 'EXPIRES', 'LAST USED'];
      for (const line of formatTable(heading, rows)) context.print(line);
    });

  key
    .command('revoke <key>')
    .description('ends a key for good; name it by its id')
    .action(async (id: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const path = `/keys/${encodeURIComponent(id)}`;
      const answer = await client.call('DELETE', path, keyAnswer);
      context.print(`${id} (${answer.key.name}) opens nothing now.`);
    });
}
