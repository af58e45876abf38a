import { describe, expect, it } from 'vitest';
import { isAlive } from './process-tree.mjs';
import { runCommand } from './run-command.mjs';

/** @param {string} code @param {import('./run-command.mjs').Options} [options] */
const node = (code, options) => runCommand(process.execPath, ['-e', code], options);

describe('runCommand', () => {
  it('collects both streams and tells a good end from a bad one', async () => {
    const good = await node("console.log('out'); console.error('err')");
    expect(good).toMatchObject({ ok: true, ending: 'ended with code 0' });
    expect(good.output).toContain('out');
    expect(good.output).toContain('err');
    expect(await node('process.exit(3)')).toMatchObject({ ok: false, ending: 'ended with code 3' });
    expect(await node("process.kill(process.pid, 'SIGKILL')")).toMatchObject({
      ok: false,
      ending: 'was ended by SIGKILL',
    });
  });

  it('answers for a program that does not exist', async () => {
    const outcome = await runCommand('hallboard-no-such-program', []);
    expect(outcome.ok).toBe(false);
    expect(outcome.ending).toContain('could not start');
  });

  it('ends the whole tree when time is up, detached and stubborn parts of it too', async () => {
    const stubborn = "process.on('SIGTERM', () => 0); setInterval(() => 0, 1000)";
    const parent = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], {
        detached: true,
        stdio: 'inherit',
      });
      console.log('child', child.pid);
      setInterval(() => 0, 1000);
    `;
    const outcome = await node(parent, { timeoutMs: 1_000 });
    expect(outcome.ok).toBe(false);
    expect(outcome.ending).toContain('which is all it had');
    const pid = Number(/child (\d+)/.exec(outcome.output)?.[1]);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isAlive(pid)).toBe(false);
  }, 20_000);
});
