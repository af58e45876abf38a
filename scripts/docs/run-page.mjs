import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { runCommand } from '../lib/run-command.mjs';

/** What a checkout that nothing was run in does not have, and the repository itself. */
const NOT_LINKED = new Set(['.git', 'artifacts', 'data']);
/** Only to end what hangs. */
export const TIMEOUT_MS = 240_000;

/**
 * Runs a page's commands in order in one shell, in what looks like a checkout of the project, with a
 * data directory, a server and ports of their own.
 * @param {string} page its path, for messages
 * @param {string} script
 * @returns {Promise<import('../lib/run-command.mjs').Outcome>}
 */
export async function runPage(page, script) {
  const directory = mkdtempSync(join(tmpdir(), 'hallboard-docs-'));
  try {
    for (const name of readdirSync(ROOT)) {
      if (!NOT_LINKED.has(name)) symlinkSync(join(ROOT, name), join(directory, name));
    }
    const file = join(directory, 'commands.bash');
    writeFileSync(file, script);
    const port = await freePort();
    return await runCommand('bash', [file], {
      cwd: directory,
      timeoutMs: TIMEOUT_MS,
      env: {
        BASH_ENV: join(import.meta.dirname, 'shell.bash'),
        PROJECT: ROOT,
        PAGE: page,
        HOST: '127.0.0.1',
        PORT: `${port}`,
        HALLBOARD_URL: `http://localhost:${port}`,
        DATA_DIR: join(directory, 'data'),
        REDIS_PORT: `${await freePort()}`,
      },
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}
