import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { runCommand } from '../lib/run-command.mjs';

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

/**
 * Compiles files that exist nowhere else, each using one global, under a project's own settings.
 * @param {string} project a tsconfig.json inside the repository
 * @param {readonly string[]} globals
 * @returns {Promise<string[]>} those that the project does not know
 */
export async function unknownGlobals(project, globals) {
  const directory = mkdtempSync(join(tmpdir(), 'hallboard-planted-'));
  try {
    for (const name of globals) {
      writeFileSync(join(directory, `${name}.ts`), `export const planted: unknown = ${name};\n`);
    }
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(settings(project)));
    const { output } = await runCommand(process.execPath, [
      TSC,
      '-p',
      directory,
      '--pretty',
      'false',
    ]);
    const complaints = [
      ...output.matchAll(/(\w+)\.ts\(\d+,\d+\): error TS\d+: Cannot find name '(\w+)'/g),
    ];
    if (output !== '' && complaints.length === 0) throw new Error(`tsc says: ${output}`);
    return complaints.map(([, file = '']) => file);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** @param {string} project */
function settings(project) {
  return {
    extends: join(ROOT, project),
    compilerOptions: {
      rootDir: '.',
      composite: false,
      declaration: false,
      declarationMap: false,
      noEmit: true,
      typeRoots: [join(ROOT, 'node_modules/@types')],
    },
    include: ['*.ts'],
    exclude: [],
    references: [],
  };
}
