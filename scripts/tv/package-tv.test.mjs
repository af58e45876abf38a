import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { parseTar } from 'nanotar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../lib/run-command.mjs';
import { packAr } from './ar.mjs';
import { packTizen } from './pack-tizen.mjs';
import { packWebos } from './pack-webos.mjs';
import { readTvArguments } from './tv-arguments.mjs';
import { writePackage } from './write-package.mjs';

const SERVER = 'https://screens.example.org';
const dir = mkdtempSync(join(tmpdir(), 'hallboard-tv-'));

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** @param {string} order */
const read = (order) => readTvArguments(order.split(' '));

describe('npm run package:tv', () => {
  it('reads what is wanted', () => {
    expect(read(`tizen --server ${SERVER}/`)).toEqual({
      platform: 'tizen',
      server: SERVER,
      out: undefined,
    });
    expect(read('webos --server http://10.0.0.5:8080 --out a.ipk')).toEqual({
      platform: 'webos',
      server: 'http://10.0.0.5:8080',
      out: 'a.ipk',
    });
  });

  it.each([
    [`--server ${SERVER}`, 'name one platform'],
    [`roku --server ${SERVER}`, 'and not "roku"'],
    [`tizen webos --server ${SERVER}`, 'and not "tizen webos"'],
    ['tizen', '--server is missing'],
    ['tizen --server', "'--server <value>'"],
    ['tizen --server screens.example.org', '--server has to be an origin'],
    [`tizen --server ${SERVER}/screen`, '--server has to be an origin'],
    ['tizen --server ftp://a.example', '--server has to be an origin'],
    [`tizen --server ${SERVER} --out a.ipk`, '--out has to end with .wgt'],
    [`tizen --sever ${SERVER}`, "Unknown option '--sever'"],
  ])('refuses "%s" by what is wrong', (order, message) => {
    expect(() => read(order)).toThrow(message);
    expect(() => read(order)).toThrow('Usage: npm run package:tv -- tizen|webos');
  });

  it('writes the file that was asked for, in a folder that need not be there', () => {
    const out = join(dir, 'new/app.wgt');
    const { bytes } = writePackage({ platform: 'tizen', server: SERVER, out });
    expect(readFileSync(out)).toHaveLength(bytes);
  });
});

/** @param {Readonly<Record<string, Uint8Array>>} files @param {string} name */
const text = (files, name) => strFromU8(files[name] ?? new Uint8Array());

/** @param {Readonly<Record<string, Uint8Array>>} files */
function expectWholePage(files) {
  const html = text(files, 'index.html');
  expect(html).toContain(`data-server="${SERVER}"`);
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(2);
  for (const name of named) expect(files[name], name).toBeDefined();
  // A page that is a file reaches nothing by an address that starts at a server's root.
  expect(html).not.toMatch(/(?:src|href)="\//);
  const scripts = Object.keys(files).filter((name) => name.endsWith('.js'));
  for (const name of scripts) expect(text(files, name)).not.toMatch(/["'(]\/assets\//);
}

describe('the package for Samsung', () => {
  const files = unzipSync(packTizen(SERVER, '1.2.3'));

  it('[P-1] has the whole page, which names the server, and a config that names the page', () => {
    expectWholePage(files);
    const config = text(files, 'config.xml');
    expect(config).toContain('version="1.2.3"');
    expect(config).toContain('<content src="index.html"/>');
    for (const [, id] of config.matchAll(/package="(\w+)"/g))
      expect(id).toMatch(/^[A-Za-z0-9]{10}$/);
    expect(files['icon.png']).toBeDefined();
  });

  it('is the same for the same build', () => {
    expect(Buffer.compare(packTizen(SERVER, '1.2.3'), packTizen(SERVER, '1.2.3'))).toBe(0);
  });
});

describe('the package for LG', () => {
  const ipk = packWebos(SERVER, '1.2.3');
  const entries = readAr(ipk);
  const app = 'usr/palm/applications/org.hallboard.screen/';
  const packed = parseTar(gunzipSync(entries['data.tar.gz'] ?? new Uint8Array()));
  const files = Object.fromEntries(
    packed.map(({ name, data }) => [name.replace(app, ''), data ?? new Uint8Array()]),
  );

  it('[P-1] has the whole page, which names the server, and an appinfo that names the page', () => {
    expect(Object.keys(entries)).toEqual(['debian-binary', 'control.tar.gz', 'data.tar.gz']);
    expect(text(entries, 'debian-binary')).toBe('2.0\n');
    expectWholePage(files);
    const info = JSON.parse(text(files, 'appinfo.json'));
    expect(info).toMatchObject({
      id: 'org.hallboard.screen',
      version: '1.2.3',
      main: 'index.html',
    });
    for (const icon of [info.icon, info.largeIcon]) expect(files[icon]).toBeDefined();
    const [control] = parseTar(gunzipSync(entries['control.tar.gz'] ?? new Uint8Array()));
    expect(control?.text).toContain('Package: org.hallboard.screen\nVersion: 1.2.3\n');
  });

  it('has names that a tar has room for, each folder before what is in it', () => {
    const names = packed.map(({ name }) => name);
    expect(names.filter((name) => name.length >= 100)).toEqual([]);
    expect(names.indexOf(app)).toBeGreaterThan(names.indexOf('usr/'));
    expect(names.indexOf(`${app}index.html`)).toBeGreaterThan(names.indexOf(app));
  });

  it('is the same for the same build', () => {
    expect(Buffer.compare(packWebos(SERVER, '1.2.3'), ipk)).toBe(0);
  });
});

describe('packAr', () => {
  it('starts every entry at an even place', () => {
    const odd = Buffer.from('odd');
    const archive = packAr([
      { name: 'a', data: odd },
      { name: 'b', data: odd },
    ]);
    expect(Object.keys(readAr(archive))).toEqual(['a', 'b']);
    expect(archive).toHaveLength(8 + 2 * (60 + 4));
  });

  it('refuses a name that its header has no room for', () => {
    expect(() => packAr([{ name: 'a-name-that-is-long', data: Buffer.from('') }])).toThrow(
      'too long',
    );
  });
});

describe('the command', () => {
  let output = '';

  beforeAll(async () => {
    const command = ['scripts/package-tv.mjs', 'tizen', '--sever', SERVER];
    const cwd = new URL('../..', import.meta.url);
    ({ output } = await runCommand(process.execPath, command, { cwd: cwd.pathname }));
  });

  it('says what is wrong without a stack', () => {
    expect(output).toContain("package:tv: Unknown option '--sever'.\nUsage: ");
    expect(output).not.toContain('    at ');
  });
});

/** @param {Uint8Array} archive @returns {Record<string, Uint8Array>} */
function readAr(archive) {
  const text = Buffer.from(archive).toString('latin1');
  if (!text.startsWith('!<arch>\n')) throw new Error('This is no archive of ar.');
  /** @type {Record<string, Uint8Array>} */
  const entries = {};
  for (let at = 8; at < text.length; ) {
    const size = Number(text.slice(at + 48, at + 58));
    entries[text.slice(at, at + 16).trim()] = archive.slice(at + 60, at + 60 + size);
    at += 60 + size + (size % 2);
  }
  return entries;
}
