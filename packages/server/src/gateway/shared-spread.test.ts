import { afterEach, beforeEach, expect, it } from 'vitest';
import { GatewayWorld, type TestSocket } from '../testing/gateway-world.fixture.js';
import type { TestScreen } from '../testing/world.fixture.js';

/** Screens whose sockets another node has, more than the least window has milliseconds. */
const ELSEWHERE = 300;

const NODES = 3;

let here: GatewayWorld;
let hall: TestScreen;

beforeEach(async () => {
  here = await GatewayWorld.open({ nodes: () => NODES });
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

it('[WS-8] [BIND-3] takes the other nodes to have as many sockets of screens that any device may show', async () => {
  const { world } = here;
  await world.addSchool('open');
  const board = await world.addScreen('open', 'board');
  await world.store.setSchoolMultiDevice('open', true);
  await world.settle();
  await world.index.refresh('open');
  const sockets: TestSocket[] = [];
  for (let at = 0; at < 100; at += 1) sockets.push(await here.join(board, { device: `tab-${at}` }));
  expect(sockets.at(-1)?.peer.of('welcome')).toMatchObject([{ spreadMs: NODES * 100 }]);
  await world.publish('open');
  await world.settle();
  expect(sockets[0]?.peer.of('invalidate')).toMatchObject([{ spreadMs: NODES * 100 }]);
});
