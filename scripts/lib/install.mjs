import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { fingerprint, unlessStamped } from './stamp.mjs';
import { step } from './step.mjs';

/** Written after a finished install; removed with `node_modules`, so it cannot outlive it. */
const STAMP = join(ROOT, 'node_modules/.hallboard-install');

/**
 * Installs exactly what the lockfile says, with the exact pnpm that package.json names, unless that
 * is what is there already.
 * @throws {Error} with pnpm's output
 */
export async function installDependencies() {
  await unlessStamped(STAMP, wanted, () =>
    step('Installing dependencies (the first time takes a minute)', async () => {
      const { ok, output, ending } = await runCommand(
        'npx',
        ['--yes', pnpm(), 'install', '--frozen-lockfile'],
        // Without a terminal pnpm asks nothing only where it believes to be in CI.
        { env: { CI: 'true' } },
      );
      if (!ok) throw new Error(`The install ${ending}.\n${output}`);
    }),
  );
}

/** `pnpm@<exact version>` */
function pnpm() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).packageManager;
}

function wanted() {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/`);
  const manifests = ['', ...packages, 'e2e/', 'examples/'].map((folder) => `${folder}package.json`);
  return fingerprint(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests].map((file) => join(ROOT, file)),
    // Native parts differ by platform.
    [process.platform, process.arch],
  );
}
