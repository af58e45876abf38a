import { afterEach, beforeEach, expect, it } from 'vitest';
import { GatewayWorld } from '../testing/gateway-world.fixture.js';
import type { TestScreen } from '../testing/world.fixture.js';

/** Screens whose sockets another node has, more than the least window has milliseconds. */
const ELSEWHERE = 300;

let here: GatewayWorld;
let hall: TestScreen;

beforeEach(async () => {
  here = await GatewayWorld.open({ isShared: true });
  const { world } = here;
  await world.addSchool('north');
  hall = await world.addScreen('north', 'hall');
  for (let index = 0; index < ELSEWHERE; index += 1) {
    const { id } = await world.addScreen('north', `screen-${index}`);
    await world.store.claimScreen(id, `tv-of-${id}`);
  }
  await world.addScreen('north', 'nobody’s');
  await world.addScreen('north', 'revoked');
  await world.store.claimScreen('revoked', 'tv-of-revoked');
  await world.revokeScreen('revoked');
  await world.settle();
});

afterEach(() => here.close());

it('[WS-8] counts the sockets that other nodes may have', async () => {
  const { world } = here;
  const { peer } = await here.join(hall);
  expect(peer.of('welcome')).toMatchObject([{ spreadMs: ELSEWHERE + 1 }]);
  await world.publish('north');
  await world.settle();
  expect(peer.of('invalidate')).toMatchObject([{ spreadMs: ELSEWHERE + 1 }]);
});

it('[WS-8] [SNAP-8] counts only the screens that a change is for', async () => {
  const { world } = here;
  const { peer } = await here.join(hall);
  await world.renameScreen('hall', 'Great hall');
  await world.settle();
  expect(peer.of('invalidate')).toMatchObject([{ spreadMs: 250 }]);
});
