import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { ENCODINGS, type Encoding } from '../../import/formats/decode-text.js';
import type { SourceFile } from '../../import/parse-files.js';
import { KINDS, type Kind } from '../../import/rows/kinds.js';
import { type CliContext, CliError } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { diffLines, Importer, problemLines } from '../import/importer.js';
import { readMapping } from '../import/mapping-file.js';
import { readBytes } from '../read-bytes.js';

interface Options extends ConnectOptions {
  readonly as?: Kind;
  readonly map?: string;
  readonly encoding?: Encoding;
  readonly term?: string;
  readonly dryRun?: boolean;
  readonly takeBack?: readonly string[];
}

/** `import`. */
export function addImportCommand(program: Command, context: CliContext): void {
  program
    .command('import <school> [file...]')
    .description('puts tables, calendars and timetable exports into what a school shows')
    .addOption(new Option('--as <kind>', 'what the files hold').choices([...KINDS]))
    .option('--map <file>', 'a JSON file that says what columns with other headings are')
    .addOption(new Option('--encoding <name>', 'of text files').choices([...ENCODINGS]))
    .option('--term <name>', 'which term of a timetable of aSc that has several')
    .option(
      '--take-back <name>',
      'takes out what a file of this name gave, which is no more (repeatable)',
      (name: string, names: readonly string[] = []) => [...names, name],
    )
    .option('--dry-run', 'only says what would change, and what would be taken back')
    .action(async (school: string, paths: readonly string[], _options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { as, encoding, term, dryRun, takeBack = [] } = options;
      if (paths.length + takeBack.length === 0) {
        throw new CliError('Name a file to import, or one to --take-back');
      }
      const map = options.map === undefined ? {} : await readMapping(options.map, context);
      const files = await Promise.all(
        paths.map(
          async (path): Promise<SourceFile> => ({
            name: basename(path),
            bytes: await readBytes(path, context),
          }),
        ),
      );
      const client = await connect(options, context);
      const imported = await new Importer(client, school, context.clock).import(files, {
        map,
        gone: takeBack,
        ...(as === undefined ? {} : { as }),
        ...(encoding === undefined ? {} : { encoding }),
        ...(term === undefined ? {} : { term }),
        ...(dryRun === undefined ? {} : { dryRun }),
      });
      const problems = problemLines(imported.problems);
      if (imported.kind === 'refused') {
        throw new CliError([...problems, 'Nothing was changed.'].join('\n'));
      }
      for (const line of [...problems, ...diffLines(imported.diff)]) context.print(line);
      const isNothing = imported.kind === 'unchanged' && paths.length === 0;
      if (isNothing) context.print(`${school} shows nothing that such a file gave.`);
      else context.print(outcome(imported.kind, school, imported.revision));
    });
}

function outcome(
  kind: 'published' | 'planned' | 'unchanged',
  school: string,
  revision = '',
): string {
  switch (kind) {
    case 'published':
      return `Published ${school}: revision ${revision}.`;
    case 'planned':
      return 'A dry run: nothing was changed.';
    case 'unchanged':
      return `${school} shows all of that already.`;
  }
}
