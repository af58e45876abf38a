import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScreenCommands } from '../screens/screen-commands.js';
import { GatewayWorld } from '../testing/gateway-world.fixture.js';
import type { World } from '../testing/world.fixture.js';

let sockets: GatewayWorld;
let world: World;

beforeEach(async () => {
  sockets = await GatewayWorld.open({ allowMultiDevice: true });
  world = sockets.world;
  await world.addSchool('north');
});

afterEach(() => sockets.close());

describe('command', () => {
  it('[WS-2] reaches every socket of the screen that it is for, and no other', async () => {
    const hall = await world.addScreen('north', 'hall');
    const gym = await world.addScreen('north', 'gym');
    await world.settle();
    const first = await sockets.join(hall);
    const second = await sockets.join(hall, { device: 'another-tv' });
    const other = await sockets.join(gym);
    const commands = createScreenCommands(world);
    const id = await commands.send('north', 'hall', 'identify');
    await world.settle();
    const frame = { type: 'command', id, name: 'identify' };
    expect([first, second, other].map(({ peer }) => peer.of('command'))).toEqual([
      [frame],
      [frame],
      [],
    ]);
  });

  it('[WS-2] changes nothing, so that nothing is read anew', async () => {
    await world.addScreen('north', 'hall');
    await world.settle();
    let changes = 0;
    world.index.onChange(() => {
      changes += 1;
    });
    await createScreenCommands(world).send('north', 'hall', 'reload');
    await world.settle();
    expect(changes).toBe(0);
  });

  it('[P-8] is refused for a screen of another school, and for one that is not there', async () => {
    await world.addSchool('south');
    await world.addScreen('south', 'gym');
    const commands = createScreenCommands(world);
    expect(await commands.send('north', 'gym', 'reload')).toBeUndefined();
    expect(await commands.send('north', 'attic', 'reload')).toBeUndefined();
  });
});
