/** The programs that the tests need from the system: browsers, a Redis, and small tools. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { step } from './step.mjs';

/**
 * @typedef {object} Program
 * @property {readonly string[]} names what it is called in different systems, best first
 * @property {string} [variable] names another one, and tells the tests which was found
 */

/**
 * By their packages in Debian.
 * @satisfies {Readonly<Record<string, Program>>}
 */
const PROGRAMS = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    variable: 'CHROMIUM_PATH',
  },
  'firefox-esr': { names: ['firefox-esr', 'firefox'], variable: 'FIREFOX_PATH' },
  'redis-server': { names: ['redis-server'] },
  curl: { names: ['curl'] },
  openssl: { names: ['openssl'] },
  unzip: { names: ['unzip'] },
  binutils: { names: ['ar'] },
};

/** @typedef {keyof typeof PROGRAMS} SystemProgram */

const APT_ENV = { DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Installs what is missing where that is allowed (Debian or alike, as root or by sudo that does not
 * ask), and sets the variables that name the browsers for their tests.
 * @param {readonly SystemProgram[]} needed
 * @throws {Error} that says exactly what to install
 */
export async function installSystemPrograms(needed) {
  const packages = missing(needed);
  if (packages.length > 0) await install(packages);
  const left = missing(needed);
  if (left.length > 0) throw new Error(advice(left));
  for (const name of needed) {
    const { variable } = programOf(name);
    if (variable !== undefined) process.env[variable] = findProgram(name);
  }
}

/** @param {readonly SystemProgram[]} packages */
async function install(packages) {
  const apt = await aptCommand();
  if (apt === undefined) throw new Error(advice(packages));
  await step(`Installing ${packages.join(' and ')} (a browser is 80 MB)`, async () => {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const [program = '', ...rest] = [...apt, ...args];
      const { ok, output, ending } = await runCommand(program, rest, { env: APT_ENV });
      if (!ok) throw new Error(`${output}\n${program} ${ending}. ${advice(packages)}`);
    }
  });
}

/** @param {readonly SystemProgram[]} needed */
function missing(needed) {
  return needed.filter((name) => findProgram(name) === undefined);
}

/** @param {SystemProgram} name @returns {Program} */
function programOf(name) {
  return PROGRAMS[name];
}

/** @param {SystemProgram} name */
function findProgram(name) {
  const { names, variable } = programOf(name);
  return (variable && process.env[variable]) || find(names);
}

/** @param {readonly SystemProgram[]} packages */
function advice(packages) {
  const others = packages.flatMap((name) => {
    const { variable } = programOf(name);
    return variable === undefined ? [] : [`For another ${name} set ${variable}.`];
  });
  return [
    `The tests need ${packages.join(' and ')}.`,
    `On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}.`,
    ...others,
  ].join(' ');
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
