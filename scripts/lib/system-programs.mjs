/** The programs that the tests need from the system: a browser and a Redis. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { step } from './step.mjs';

/** Chromium's names in different systems, best first. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

const APT_ENV = { DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Installs what is missing where that is allowed (Debian or alike, as root or by sudo that does not
 * ask), and sets `CHROMIUM_PATH` for the browser tests.
 * @throws {Error} that says exactly what to install
 */
export async function installSystemPrograms() {
  const packages = missingPackages();
  if (packages.length > 0) await install(packages);
  const left = missingPackages();
  if (left.length > 0) throw new Error(advice(left));
  process.env.CHROMIUM_PATH = findChromium();
}

/** @param {readonly string[]} packages */
async function install(packages) {
  const apt = await aptCommand();
  if (apt === undefined) throw new Error(advice(packages));
  await step(`Installing ${packages.join(' and ')} (Chromium is 80 MB)`, async () => {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const [program = '', ...rest] = [...apt, ...args];
      const { ok, output, ending } = await runCommand(program, rest, { env: APT_ENV });
      if (!ok) throw new Error(`${output}\n${program} ${ending}. ${advice(packages)}`);
    }
  });
}

/** @returns {string[]} as Debian calls them */
function missingPackages() {
  return [
    ...(findChromium() === undefined ? ['chromium'] : []),
    ...(find(['redis-server']) === undefined ? ['redis-server'] : []),
  ];
}

/** Another browser may be named by `CHROMIUM_PATH`. */
function findChromium() {
  return process.env.CHROMIUM_PATH || find(BROWSERS);
}

/** @param {readonly string[]} packages */
function advice(packages) {
  return (
    `The tests need ${packages.join(' and ')}. On Debian or Ubuntu: ` +
    `sudo apt-get install ${packages.join(' ')}. For another Chromium set CHROMIUM_PATH.`
  );
}

/** @returns {Promise<string[] | undefined>} how apt-get may be called here, if at all */
async function aptCommand() {
  if (find(['apt-get']) === undefined) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  const { ok } = await runCommand('sudo', ['-n', 'true']);
  return ok ? ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND', 'apt-get'] : undefined;
}

/** @param {readonly string[]} names @returns {string | undefined} the first one's path */
function find(names) {
  const directories = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => directories.map((directory) => join(directory, name)))
    .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
