import { Command } from 'commander';
import { readVersion } from '../start/read-version.js';
import type { CliContext } from './cli-context.js';
import { addAlertCommands } from './commands/alert-commands.js';
import { addAuditCommands } from './commands/audit-commands.js';
import { addBackupCommands } from './commands/backup-commands.js';
import { addBindingCommands } from './commands/binding-commands.js';
import { addContentCommands } from './commands/content-commands.js';
import { addCoverCommands } from './commands/cover-commands.js';
import { addDayCommands } from './commands/day-commands.js';
import { addFlagCommands } from './commands/flag-commands.js';
import { addHistoryCommands } from './commands/history-commands.js';
import { addImportCommand } from './commands/import-command.js';
import { addKeyCommands } from './commands/key-commands.js';
import { addMediaCommands } from './commands/media-commands.js';
import { addNoticeCommands } from './commands/notice-commands.js';
import { addRolloutCommands } from './commands/rollout-commands.js';
import { addSchoolCommands } from './commands/school-commands.js';
import { addScreenCommands } from './commands/screen-commands.js';
import { addSelfTestCommand } from './commands/self-test-command.js';
import { addStatusCommand } from './commands/status-command.js';
import { addWatchCommand } from './commands/watch-command.js';
import { DEFAULT_SERVER } from './connect.js';

/** The `hallboard` command line: it speaks to a running server. */
export function createProgram(context: CliContext): Command {
  const program = new Command('hallboard')
    .description('Manages the schools and screens of a Hallboard server.')
    .version(readVersion(), '--version', 'prints the version of this command line')
    .option('--server <url>', `the server (HALLBOARD_URL; ${DEFAULT_SERVER})`)
    .option('--key <key>', "an administrator's key (HALLBOARD_KEY; data/admin.key)")
    .showHelpAfterError('(--help shows how)')
    .exitOverride()
    // Lines come from one place, so that tests see them.
    .configureOutput({ writeOut: (text) => context.print(text.trimEnd()) });
  addSchoolCommands(program, context);
  addScreenCommands(program, context);
  addContentCommands(program, context);
  addImportCommand(program, context);
  addWatchCommand(program, context);
  addMediaCommands(program, context);
  addFlagCommands(program, context);
  addBindingCommands(program, context);
  addBackupCommands(program, context);
  addAlertCommands(program, context);
  addNoticeCommands(program, context);
  addCoverCommands(program, context);
  addDayCommands(program, context);
  addHistoryCommands(program, context);
  addStatusCommand(program, context);
  addSelfTestCommand(program, context);
  addRolloutCommands(program, context);
  addKeyCommands(program, context);
  addAuditCommands(program, context);
  return program;
}
