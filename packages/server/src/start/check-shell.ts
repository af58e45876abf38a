import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../config.js';

/**
 * Finds out whether there is a page for the screens: a server without one would look well, and every
 * screen that starts would be told that there is nothing to start.
 * @param setting `SHELL_DIR`, which beats where the page was built with the server.
 * @throws ConfigError if it holds no page that can be read.
 */
export async function checkShell(built: string, setting: string | undefined): Promise<void> {
  try {
    await access(join(setting ?? built, 'index.html'), constants.R_OK);
  } catch (cause) {
    throw new ConfigError(
      setting === undefined
        ? "The player's page is missing. Build it: npm run build"
        : `SHELL_DIR ${setting} holds no index.html that can be read`,
      { cause },
    );
  }
}
