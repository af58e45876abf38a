import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failCli, runCli } from '../testing/run-cli.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
});

afterEach(() => server.close());

const world = () => ({ env: { HALLBOARD_URL: server.url, HALLBOARD_KEY: server.adminKey } });
const run = async (...args: string[]) => (await runCli(world(), args)).join('\n');
const failure = (...args: string[]) => failCli(world(), args);

describe('hallboard flag', () => {
  it('[FLAG-1] shows whether a school has realtime, and what decides so', async () => {
    expect(await run('flag', 'show', 'north')).toBe('Realtime is off for north: default.');
    await run('flag', 'percentage', '100');
    expect(await run('flag', 'show', 'north')).toBe('Realtime is on for north: percentage.');
    await run('flag', 'realtime', 'off', '--school', 'north');
    expect(await run('flag', 'show', 'north')).toBe('Realtime is off for north: its own say.');
    const printed = await run('flag', 'kill', 'on', '--why', 'the network is down');
    expect(printed).toMatch(/kill switch +on\npercentage +100\ndefault +off$/);
    expect(await run('flag', 'show', 'north')).toBe('Realtime is off for north: kill switch.');
    expect(await run('flag', 'kill', 'off')).toMatch(/kill switch +off/);
    expect(await run('flag', 'percentage', 'none')).toMatch(/percentage +none/);
    expect(await failure('flag', 'show', 'west')).toBe('There is no such school');
  });

  it('[FLAG-2] says who changed what, and why', async () => {
    await run('flag', 'kill', 'on', '--why', 'the network is down');
    await run('flag', 'realtime', 'on', '--school', 'north', '--why', 'a trial');
    const history = (await run('flag', 'history')).split('\n');
    expect(history).toHaveLength(2);
    expect(history[1]).toMatch(/^2026-\S+Z +test +kill-switch +off +on +the network is down$/);
    expect(await run('flag', 'history', 'north')).toMatch(/test +school +default +on +a trial$/);
  });

  it.each(['-1', '101', 'half', ''])('takes no %j for a percentage', async (value) => {
    expect(await failure('flag', 'percentage', '--', value)).toContain('is no percentage');
  });
});

describe('hallboard rollout', () => {
  it('[FLAG-3] starts, advances, halts and says where it stands', async () => {
    await server.addSchool('south', 'gym');
    expect(await run('rollout', 'status')).toMatch(/^There has been no rollout\. On for 0 of/);
    const started = await run('rollout', 'start', '--why', 'a quiet week');
    expect(started).toMatch(
      /^Running: stage 1 of 6 \(1 school\)\. On for 1 of the 2 schools .*\nWatched until /,
    );
    expect(started).toMatch(/\ndisconnects +0\.0 % of sockets/);
    expect(await failure('rollout', 'start')).toBe('A rollout is running already');
    expect(await failure('flag', 'percentage', '3')).toMatch(/^A rollout is running/);
    const advanced = await run('rollout', 'advance');
    expect(advanced).toMatch(/^Running: stage 2 of 6 \(5 schools\)\. On for 2 of the 2 schools/);
    expect(await run('flag', 'show', 'south')).toBe('Realtime is on for south: percentage.');
    const halted = await run('rollout', 'halt', '--why', 'Friday');
    expect(halted).toMatch(/^Halted at stage 2 of 6 \(5 schools\), \S+Z\. On for 1 of the 2 /);
    expect(halted).toContain('\nWhy: Halted by test: Friday');
    expect(await failure('rollout', 'advance')).toBe('No rollout is running');
    expect(await run('rollout', 'start')).toContain('stage 2 of 6');
    expect(await run('rollout', 'advance')).toContain('stage 6 of 6 (100 %)');
    expect(await run('rollout', 'advance')).toMatch(/^Done since \S+Z\. On for 2 of the 2 /);
  });
});
