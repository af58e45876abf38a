import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliWorld } from '../testing/cli-world.fixture.js';

let cli: CliWorld;

beforeEach(async () => {
  cli = await CliWorld.start();
});

afterEach(() => cli.close());

describe('lists of the command line', () => {
  it('list 10 000 screens, in pages', async () => {
    const hall = await cli.server.store.screen('hall');
    if (hall === undefined) throw new Error('the world has a hall');
    for (let at = 1; at < 10_000; at += 1) {
      const id = `s-${at}`;
      await cli.server.store.addScreen({ ...hall, id, tokenHash: `hash ${at}` });
    }
    cli.server.faults.calls.length = 0;
    const lines = await cli.run('screens', 'north');
    expect(lines).toHaveLength(10_001);
    expect(new Set(lines).size).toBe(10_001);
    expect(cli.server.faults.count('screens')).toBeGreaterThanOrEqual(10);
  });

  it('[SEC-1] say who changed what', async () => {
    await cli.run('screen', 'unbind', 'north', 'hall');
    await cli.run('flag', 'realtime', 'on');
    const listed = await cli.run('audit');
    expect(listed[0]).toMatch(/^AT +BY +ACTION +SCHOOL +TARGET +SUMMARY$/);
    expect(listed[1]).toMatch(/^2026-11-24T08:00:00.000Z +test \(k1\) +flag.realtime +- +- +on$/);
    expect(listed[2]).toMatch(/screen.unbind +north +hall +-$/);
    expect(await cli.run('audit', '--last', '1')).toHaveLength(2);
    expect((await cli.run('audit', '--school', 'north')).join()).not.toContain('flag.realtime');
  });
});
