import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestCertificate } from './certificate.fixture.js';
import { endWithTests } from './end-with-tests.fixture.js';

export interface ProxyOptions {
  /** Where it may write. */
  readonly directory: string;
  /** Where it is to listen. */
  readonly port: number;
  /** The port of the server behind it. */
  readonly serverPort: number;
  readonly certificate: TestCertificate;
}

/** A recipe of `deploy/proxy`, and what runs it. */
interface Recipe {
  readonly file: string;
  /** How the recipe says where to listen, and what a test says instead. */
  readonly listen: (port: number) => readonly [string, string];
  /** The file that the program is given, around the recipe. */
  readonly wrap: (recipe: string, directory: string) => string;
  readonly args: (configFile: string, directory: string) => readonly string[];
}

const RECIPES = {
  nginx: {
    file: 'nginx.conf',
    listen: (port) => ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
    wrap: (recipe, directory) =>
      `daemon off;\nmaster_process off;\npid ${directory}/nginx.pid;\nevents {}\nhttp {\naccess_log off;\n${temporary(
        directory,
      )}gzip on;\n${recipe}}\n`,
    args: (configFile, directory) => ['-p', directory, '-e', 'stderr', '-c', configFile],
  },
  caddy: {
    file: 'Caddyfile',
    listen: (port) => ['https://screens.example.org {', `https://127.0.0.1:${port} {`],
    wrap: (recipe) =>
      `{\n\tadmin off\n\tauto_https off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${recipe}`,
    args: (configFile) => ['run', '--adapter', 'caddyfile', '--config', configFile],
  },
} satisfies Readonly<Record<string, Recipe>>;

export type ProxyName = keyof typeof RECIPES;

/** @returns whether this machine has the program. */
export function hasProxy(name: ProxyName): boolean {
  return spawnSync(name, [name === 'nginx' ? '-v' : 'version']).status === 0;
}

/**
 * Starts a proxy by its recipe, in which only the addresses and files are changed.
 * @returns what ends it.
 */
export async function startProxy(
  name: ProxyName,
  options: ProxyOptions,
): Promise<() => Promise<void>> {
  const { directory, port, serverPort, certificate } = options;
  const recipe: Recipe = RECIPES[name];
  const path = new URL(`../../../../deploy/proxy/${recipe.file}`, import.meta.url);
  const text = [
    recipe.listen(port),
    ['127.0.0.1:8080', `127.0.0.1:${serverPort}`] as const,
    ['/etc/hallboard/tls.crt', certificate.certFile] as const,
    ['/etc/hallboard/tls.key', certificate.keyFile] as const,
  ].reduce(replaced, readFileSync(fileURLToPath(path), 'utf8'));
  const configFile = join(directory, recipe.file);
  writeFileSync(configFile, recipe.wrap(text, directory));
  const env = { PATH: process.env.PATH, HOME: directory };
  const args = recipe.args(configFile, directory);
  const child = spawn(name, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  endWithTests(child);
  await once(child, 'spawn');
  const closed = once(child, 'close');
  return async () => {
    child.kill('SIGKILL');
    await closed;
  };
}

function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (text.split(from).length !== 2) throw new Error(`The recipe has not one ${from}`);
  return text.replace(from, to);
}

/** Directories that nginx would otherwise look for where it was installed. */
function temporary(directory: string): string {
  return ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${directory}/${name};\n`)
    .join('');
}
