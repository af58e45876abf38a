import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RolloutFleet } from '../../testing/rollout-fleet.fixture.js';
import { ROLLOUT_LEASE_MS, ROLLOUT_STEP_MS } from './rollout-driver.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let fleet: RolloutFleet;

beforeEach(async () => {
  fleet = await RolloutFleet.open({ nodes: 3, schools: 60 });
});

afterEach(() => fleet.close());

/** How many schools the percentage has on. */
const schoolsOn = async () => (await fleet.schoolsOn()).length;

describe('a rollout over nodes', () => {
  it('[FLAG-3] walks all stages while all is well', async () => {
    await fleet.start();
    const seen: number[] = [];
    while ((await fleet.rollout())?.status === 'running') {
      seen.push(await schoolsOn());
      await fleet.run(24 * HOUR_MS + ROLLOUT_STEP_MS, 6 * HOUR_MS);
    }
    expect(await fleet.rollout()).toMatchObject({ status: 'done' });
    expect([...new Set(seen)]).toEqual([1, 5, 20, expect.any(Number), 60]);
    expect(await schoolsOn()).toBe(60);
    const steps = (await fleet.store.flagHistory()).map(({ by, to }) => `${by}: ${to}`);
    expect(steps.at(-1)).toMatch(/^Office: running at 1 school/);
    expect(steps[0]).toBe('rollout: done (100 %)');
  });

  it.each(['disconnects', 'rejections', 'found-by-poll', 'latency'] as const)(
    '[FLAG-3] halts at a stage that fails, and says why: %s',
    async (fault) => {
      await fleet.start();
      while ((await schoolsOn()) < 20) await fleet.run(24 * HOUR_MS + ROLLOUT_STEP_MS, 6 * HOUR_MS);
      fleet.fault = fault;
      await fleet.run(20 * MINUTE_MS, MINUTE_MS);
      const halted = await fleet.rollout();
      expect(halted).toMatchObject({ status: 'halted', stage: 2, why: fleet.reason(fault) });
      expect(await schoolsOn()).toBe(5);
      const [last] = await fleet.store.flagHistory();
      expect(last).toMatchObject({ by: 'rollout', flag: 'rollout', why: fleet.reason(fault) });
      expect(fleet.log.join()).toContain('The rollout was halted');
    },
  );

  it('[FLAG-3] is taken over from a node that died in the middle of a stage', async () => {
    await fleet.start();
    await fleet.run(2 * ROLLOUT_STEP_MS, ROLLOUT_STEP_MS);
    const { driver } = fleet;
    expect(driver).toBeDefined();
    fleet.kill(driver ?? 0);
    await fleet.run(ROLLOUT_LEASE_MS + ROLLOUT_STEP_MS, ROLLOUT_STEP_MS);
    expect(fleet.driver).not.toBe(driver);
    await fleet.run(24 * HOUR_MS, 6 * HOUR_MS);
    expect(await schoolsOn()).toBe(5);
  });

  it('[FLAG-3] goes on in the middle of a stage after every node was restarted', async () => {
    await fleet.start();
    await fleet.run(23 * HOUR_MS, 6 * HOUR_MS);
    await fleet.restart();
    await fleet.run(ROLLOUT_LEASE_MS, ROLLOUT_STEP_MS);
    expect(await schoolsOn()).toBe(1);
    await fleet.run(HOUR_MS, ROLLOUT_STEP_MS * 20);
    expect(await schoolsOn()).toBe(5);
  });

  it('[FLAG-3] bears clocks of nodes that are seconds apart', async () => {
    await fleet.close();
    fleet = await RolloutFleet.open({ nodes: 3, schools: 60, skewMs: 7000 });
    await fleet.start();
    while ((await schoolsOn()) < 20) await fleet.run(24 * HOUR_MS + ROLLOUT_STEP_MS, 6 * HOUR_MS);
    await fleet.run(20 * MINUTE_MS, MINUTE_MS);
    expect(await fleet.rollout()).toMatchObject({ status: 'running', stage: 2 });
    fleet.fault = 'disconnects';
    await fleet.run(20 * MINUTE_MS, MINUTE_MS);
    expect(await fleet.rollout()).toMatchObject({ status: 'halted', stage: 2 });
  });

  it('[FLAG-3] decides nothing by itself on fewer than 20 events', async () => {
    await fleet.start();
    fleet.fault = 'rejections';
    await fleet.run(30 * MINUTE_MS, MINUTE_MS);
    expect(await fleet.rollout()).toMatchObject({ status: 'running', stage: 0 });
  });

  it('[FLAG-3] stands still while the store is away, and goes on when it is back', async () => {
    await fleet.start();
    fleet.faults.down = true;
    await fleet.run(25 * HOUR_MS, 6 * HOUR_MS);
    fleet.faults.down = false;
    expect(await schoolsOn()).toBe(1);
    await fleet.run(2 * ROLLOUT_STEP_MS, ROLLOUT_STEP_MS);
    expect(await schoolsOn()).toBe(5);
  });
});
