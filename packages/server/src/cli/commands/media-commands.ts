import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { mediaAnswer, mediaListAnswer, removedMediaAnswer } from '../answers.js';
import { type CliContext, CliError } from '../cli-context.js';
import { connect } from '../connect.js';
import { formatTable } from '../format-table.js';
import { readBytes } from '../read-bytes.js';

/** `media add`, `media list` and `media remove`. */
export function addMediaCommands(program: Command, context: CliContext): void {
  const media = program.command('media').description('manages the files that schools show');

  media
    .command('add <school> <file...>')
    .description('uploads pictures, videos and sounds, and prints what content refers to them by')
    .action(async (school: string, files: readonly string[], _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      for (const path of files) {
        const bytes = await readBytes(path, context);
        const { file, received, changes } = await client
          .call('POST', mediaPath(school), mediaAnswer, { bytes })
          .catch((error: unknown) => {
            throw error instanceof CliError
              ? new CliError(`${path}: ${error.message}`, { cause: error })
              : error;
          });
        if (received !== createHash('sha256').update(bytes).digest('hex')) {
          throw new CliError(`${path} has changed on its way: upload it again`);
        }
        context.print(`${basename(path)}: ${JSON.stringify(file)}`);
        if (changes.length > 0) context.print(`  It was ${changes.join('; ')}.`);
      }
    });

  media
    .command('list <school>')
    .description('lists the files of a school')
    .action(async (school: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const { files } = await client.call('GET', mediaPath(school), mediaListAnswer);
      const rows = files.map(({ hash, mimeType, bytes, used }) => [
        hash,
        mimeType,
        String(bytes),
        used ? 'yes' : 'no',
      ]);
      const heading = ['HASH', 'TYPE', 'BYTES', 'USED'];
      for (const line of formatTable(heading, rows)) context.print(line);
    });

  media
    .command('remove <school> <hash>')
    .description('removes a file that the published content does not refer to')
    .action(async (school: string, hash: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const path = `${mediaPath(school)}/${encodeURIComponent(hash)}`;
      await client.call('DELETE', path, removedMediaAnswer);
      context.print(`Removed ${hash}.`);
    });
}

function mediaPath(school: string): string {
  return `/schools/${encodeURIComponent(school)}/media`;
}
