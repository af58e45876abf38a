import { decodeSelfTest, SELF_TEST_FINDINGS, type SelfTestCodeError } from '@hallboard/shared';
import type { Command } from 'commander';
import { type CliContext, CliError } from '../cli-context.js';
import { formatTable } from '../format-table.js';

const ERRORS: Readonly<Record<SelfTestCodeError, string>> = {
  malformed: 'A code for support has sixteen letters and digits.',
  mistyped: 'That code was written down wrong: a character differs.',
  'unknown-version': 'That code is from another version of Hallboard.',
};

/** `self-test`: what a device has found about itself, from the code that it shows. Asks no server. */
export function addSelfTestCommand(program: Command, context: CliContext): void {
  program
    .command('self-test <code>')
    .description("says what a device's code for support means")
    .action((code: string) => {
      const report = decodeSelfTest(code);
      if (typeof report === 'string') throw new CliError(ERRORS[report]);
      const { findings, engine, clockAheadMin, zoneAheadMin, missing } = report;
      const rows = [
        ...SELF_TEST_FINDINGS.map((finding) => [finding, findings[finding]]),
        ['engine', `${engine.family} ${engine.version}`],
        ['clock ahead', `${clockAheadMin} min`],
        ['zone ahead', `${zoneAheadMin} min`],
        ['missing', missing.join(', ') || '-'],
      ];
      for (const line of formatTable(['FINDING', 'OUTCOME'], rows)) context.print(line);
    });
}
