import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.mjs';

/** Stands for the whole system: the only directory that programs are looked for in. */
let bin = '';

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'hallboard-bin-'));
});

afterEach(() => rmSync(bin, { recursive: true }));

/** @param {string} name @param {string} [script] */
function program(name, script = 'exit 0') {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** A package manager that notes how it was called, and brings the programs that `installs` names. */
function aptGet(/** @type {readonly string[]} */ installs) {
  const lines = installs.map((name) => `printf x > ${bin}/${name}; /bin/chmod +x ${bin}/${name}`);
  program('apt-get', [`echo "$@" >> ${bin}/calls`, ...lines].join('\n'));
  program('sudo', 'shift; case "$1" in --*) shift;; esac; [ "$1" = true ] || "$@"');
}

/** In a process of its own, since the search path is the process's. */
function install(needed = ['chromium', 'redis-server']) {
  const module = JSON.stringify(new URL('./system-programs.mjs', import.meta.url));
  const code = `
    const { installSystemPrograms } = await import(${module});
    await installSystemPrograms(${JSON.stringify(needed)}).catch((error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
    console.log('browser:', process.env.CHROMIUM_PATH, process.env.FIREFOX_PATH);
  `;
  const env = { PATH: bin, CHROMIUM_PATH: '', FIREFOX_PATH: '' };
  return runCommand(process.execPath, ['--input-type=module', '-e', code], { env });
}

describe('installSystemPrograms', () => {
  it('installs nothing where everything is there, and finds the browser', async () => {
    program('google-chrome');
    program('redis-server');
    aptGet([]);
    const { ok, output } = await install();
    expect(output).toContain(`browser: ${bin}/google-chrome`);
    expect(ok).toBe(true);
    expect(() => readFileSync(join(bin, 'calls'))).toThrow('ENOENT');
  });

  it('installs what is missing, and only that', async () => {
    program('redis-server');
    aptGet(['chromium']);
    const { ok, output } = await install();
    expect(output).toContain(`browser: ${bin}/chromium`);
    expect(ok).toBe(true);
    const calls = readFileSync(join(bin, 'calls'), 'utf8');
    expect(calls).toBe('update\ninstall -y --no-install-recommends chromium\n');
  });

  it('installs a second browser where it is needed, and tells where each is', async () => {
    program('chromium');
    aptGet(['firefox-esr']);
    const { ok, output } = await install(['chromium', 'firefox-esr']);
    expect(output).toContain(`browser: ${bin}/chromium ${bin}/firefox-esr`);
    expect(ok).toBe(true);
    const calls = readFileSync(join(bin, 'calls'), 'utf8');
    expect(calls).toBe('update\ninstall -y --no-install-recommends firefox-esr\n');
  });

  it('says what to install where it may not', async () => {
    const { ok, output } = await install();
    expect(ok).toBe(false);
    expect(output).toContain('apt-get install chromium redis-server');
    expect(output).toContain('set CHROMIUM_PATH');
  });

  it('says what to install when the package manager brought nothing', async () => {
    aptGet([]);
    const { ok, output } = await install();
    expect(ok).toBe(false);
    expect(output).toContain('apt-get install chromium redis-server');
  });
});
