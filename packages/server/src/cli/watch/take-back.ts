import type { SourceFile } from '../../import/parse-files.js';
import type { Clock } from '../../ports/clock.js';
import { type Imported, problemLines } from '../import/importer.js';
import { reasonOf } from './watch-report.js';

/**
 * Imports files, and takes back what files gave that are gone.
 * @throws CliError if the server cannot be asked, or refuses.
 */
export type ImportFiles = (
  files: readonly SourceFile[],
  gone?: readonly string[],
) => Promise<Imported>;

/** Takes back what removed files gave. @returns whether it is taken back, and a text that says so. */
export async function takeBackFiles(
  names: readonly string[],
  importFiles: ImportFiles,
  clock: Clock,
): Promise<{ readonly isDone: boolean; readonly text: string }> {
  const failed = (reasons: readonly string[]) => ({
    isDone: false,
    text: ['was removed; what it gave is still shown', ...reasons].join('\n  '),
  });
  try {
    const imported = await importFiles([], names);
    if (imported.kind === 'refused') return failed(problemLines(imported.problems));
    const at = new Date(clock.wallMs()).toISOString();
    const what =
      imported.kind === 'published'
        ? `what it gave is taken back, revision ${imported.revision}, ${at}`
        : 'there was nothing to take back';
    return { isDone: true, text: `was removed; ${what}` };
  } catch (error) {
    return failed(reasonOf(error).split('\n'));
  }
}
