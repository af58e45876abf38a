import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { createSystemClock } from '../../adapters/system-clock.js';
import { createSystemRandom } from '../../adapters/system-random.js';
import { restoreDatabase } from '../../store/libsql/restore-database.js';
import { StoreInUseError } from '../../store/libsql/store-in-use-error.js';
import { StoreMigrationError } from '../../store/libsql/store-migration-error.js';
import { StoreUnavailableError } from '../../store/store-unavailable-error.js';
import { backupAnswer } from '../answers.js';
import { type CliContext, CliError } from '../cli-context.js';
import { connect } from '../connect.js';

/** `backup`, of a server that runs, and `restore`, for one that does not. */
export function addBackupCommands(program: Command, context: CliContext): void {
  program
    .command('backup')
    .description("writes a backup of the running server's store, on its disk")
    .action(async (_options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const { backup } = await client.call('POST', '/backups', backupAnswer);
      context.print(`Backed up to ${backup.path} (${backup.bytes} bytes).`);
      context.print('Copy it to another machine.');
    });

  program
    .command('restore <backup>')
    .description("puts a backup in the place of a stopped server's store")
    .option('--data <directory>', "the server's data directory (DATA_DIR; data)")
    .action(async (backup: string, { data }: { readonly data?: string }) => {
      const directory = resolve(data ?? context.env.DATA_DIR ?? 'data');
      const path = join(directory, 'hallboard.db');
      const aside = await restore(backup, path);
      context.print(`Restored ${path}.`);
      if (aside !== undefined) context.print(`What was there is ${aside} now.`);
      context.print('Start the server: its screens follow with their next poll.');
    });
}

async function restore(from: string, path: string): Promise<string | undefined> {
  const [clock, random] = [createSystemClock(), createSystemRandom()];
  try {
    return await restoreDatabase({ from, path, clock, random });
  } catch (cause) {
    if (
      cause instanceof StoreInUseError ||
      cause instanceof StoreMigrationError ||
      cause instanceof StoreUnavailableError
    ) {
      throw new CliError(`Nothing was restored: ${cause.message}`, { cause });
    }
    throw cause;
  }
}
