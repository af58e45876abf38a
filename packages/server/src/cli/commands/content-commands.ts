import type { Command } from 'commander';
import * as v from 'valibot';
import { RefusedError } from '../admin-client.js';
import { publishedAnswer } from '../answers.js';
import { type CliContext, CliError } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { readJson } from '../read-json.js';

interface PublishOptions extends ConnectOptions {
  readonly ifMatch?: string;
}

/** `content` and `publish`. */
export function addContentCommands(program: Command, context: CliContext): void {
  program
    .command('content <school>')
    .description('prints what a school shows, to be changed and published')
    .action(async (school: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const content = await client.call('GET', contentPath(school), v.unknown());
      context.print(JSON.stringify(content, null, 2));
    });

  program
    .command('publish <school> <file>')
    .description('replaces what a school shows by the content of a JSON file')
    .option('--if-match <revision>', 'only on top of this revision')
    .action(async (school: string, file: string, _options, command: Command) => {
      const options = command.optsWithGlobals<PublishOptions>();
      const body = await readJson(file, context);
      const client = await connect(options, context);
      const { ifMatch } = options;
      const headers = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
      const request = { body, headers };
      const { revision } = await client
        .call('PUT', contentPath(school), publishedAnswer, request)
        .catch((error: unknown) => {
          const named = error instanceof RefusedError && error.violations.length > 0;
          throw named ? new CliError(`${file}: ${error.message}`, { cause: error }) : error;
        });
      context.print(`Published ${school}: revision ${revision}.`);
    });
}

function contentPath(school: string): string {
  return `/schools/${encodeURIComponent(school)}/content`;
}
