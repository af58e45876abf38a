import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';
import { runCommand } from '../lib/run-command.mjs';

const PACKAGES = ['shared', 'player'];
const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** A project of somebody else's, with nothing but what is published. */
const project = mkdtempSync(join(tmpdir(), 'hallboard-consumer-'));

/** @param {string} name */
const tarball = (name) => join(project, `hallboard-${name}-0.1.0.tgz`);

beforeAll(async () => {
  for (const name of PACKAGES) {
    await pnpm(['pack', '--pack-destination', project], join(ROOT, 'packages', name));
  }
  cpSync(join(import.meta.dirname, 'consumer'), project, { recursive: true });
  const dependencies = { '@hallboard/player': `file:${tarball('player')}` };
  write('package.json', { name: 'consumer', private: true, type: 'module', dependencies });
  // Neither is in a registry yet.
  const overrides = { '@hallboard/shared': `file:${tarball('shared')}` };
  write('pnpm-workspace.yaml', { packages: ['.'], pmOnFail: 'ignore', overrides });
  await pnpm(['install', '--prefer-offline', '--no-frozen-lockfile', '--ignore-scripts'], project);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the npm packages', () => {
  it.each(PACKAGES)('[EMB-5] %s has what its manifest promises', async (name) => {
    const bytes = readFileSync(tarball(name));
    const { messages, pkg } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });

  it('[EMB-5] are installed into an empty project with no sources, tests or pages of ours', () => {
    const folder = join(project, 'node_modules/@hallboard/player');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['dist/lib/index.js', 'dist/embed/hallboard.js']));
    const strange = /(^|\/)src\/|\.test\.|\.fixture\.|\.tsbuildinfo$|^dist\/shell\//;
    expect(files.filter((file) => strange.test(file))).toEqual([]);
  });

  it('[EMB-5] are imported where there is no document', async () => {
    const { ok, output } = await node(['on-server.js']);
    expect(ok, output).toBe(true);
    expect(JSON.parse(output)).toEqual({
      player: 'function',
      error: 'Option "token" is wrong.',
      isToken: false,
      element: ['server', 'token', 'silent', 'assets'],
      language: 'ar',
      revision: 'sample.1',
      style: 'hallboard.css',
      script: 'hallboard.js',
    });
  });

  it.each([
    ['bundler', 'esnext'],
    ['node16', 'node16'],
  ])('[EMB-5] have types that a page compiles with (%s)', async (moduleResolution, module) => {
    const args = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--lib', 'es2022,dom'];
    const { ok, output } = await node([
      join(ROOT, 'node_modules/typescript/bin/tsc'),
      ...args,
      ...['--module', module, '--moduleResolution', moduleResolution, '--types', ''],
      'types.ts',
    ]);
    expect(ok, output).toBe(true);
  });
});

/** @param {string} file @param {object} content in JSON, which is YAML too */
function write(file, content) {
  writeFileSync(join(project, file), JSON.stringify(content));
}

/** @param {readonly string[]} args */
function node(args) {
  return runCommand(process.execPath, args, { cwd: project });
}

/** @param {readonly string[]} args @param {string} cwd */
async function pnpm(args, cwd) {
  const env = { CI: 'true' };
  const { ok, output } = await runCommand('npx', ['--yes', packageManager, ...args], { cwd, env });
  expect(ok, output).toBe(true);
}
