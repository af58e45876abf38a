import { PATHS } from '@hallboard/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { withBusCut } from './testing/cut-bus.fixture.js';
import { RedisServer } from './testing/redis-server.fixture.js';
import { sendRequest } from './testing/send-request.fixture.js';
import { askAsDevice, ServerNodes } from './testing/server-nodes.fixture.js';
import { RealSocket } from './testing/test-socket.fixture.js';

/** The sweep's 5 s, and a second to look. */
const SWEPT_MS = 6000;

let redis: RedisServer;
let nodes: ServerNodes;

beforeAll(async () => {
  redis = await RedisServer.start();
  nodes = await ServerNodes.start(3, { REDIS_URL: redis.url, REDIS_DEADLINE_MS: '5000' });
  await nodes.addSchool('north');
  await nodes.admin(0, 'PUT', '/flags/realtime', { realtime: 'on' });
});

afterAll(async () => {
  await nodes.dispose();
  await redis.dispose();
});

/** A socket of the screen's own device on the n-th node. */
async function connect(at: number, token: string, device: string): Promise<RealSocket> {
  const { url } = nodes.node(at);
  expect((await askAsDevice(url + PATHS.snapshot, token, device)).status).toBe(200);
  const socket = new RealSocket(url + PATHS.socket);
  const protocols = { min: 1, max: 1 };
  await socket.send({ type: 'hello', protocols, token, device, revision: null });
  await socket.next('welcome');
  return socket;
}

describe('nodes on one Redis', () => {
  it('[SRV-1] tell sockets of what was published on another, and serve it to all', async () => {
    const token = await nodes.addScreen('north', 'hall');
    const socket = await connect(1, token, 'tv-hall');
    const { revision } = JSON.parse((await nodes.publish(0, 'north')).text);
    const told = await socket.next('invalidate');
    expect(told.revision).toBe(revision);
    // Whether or not the word has reached the third node, it may not answer with less (HTTP-7).
    const wanted = `${nodes.node(2).url}${PATHS.snapshot}?want=${revision}`;
    const answer = await askAsDevice(wanted, token, 'tv-hall');
    expect(JSON.parse(answer.text).revision).toBe(revision);
    socket.close();
  });

  it('share one administrator: the first to start made the key', async () => {
    for (const at of [0, 1, 2]) expect((await nodes.admin(at, 'GET', '/schools')).status).toBe(200);
    expect(nodes.node(1).process.output).not.toContain('hb_');
  });

  it('[WS-2] bring a command to whichever of them has the screen’s socket', async () => {
    const token = await nodes.addScreen('north', 'lobby');
    const socket = await connect(2, token, 'tv-lobby');
    const path = '/schools/north/screens/lobby/commands';
    expect((await nodes.admin(0, 'POST', path, { name: 'identify' })).status).toBe(202);
    expect(await socket.next('command')).toMatchObject({ name: 'identify' });
    socket.close();
  });

  it('[ALERT-2] tell of an alert at once, right after another publish, on every node', async () => {
    const token = await nodes.addScreen('north', 'atrium');
    const { url } = nodes.node(1);
    expect((await askAsDevice(url + PATHS.snapshot, token, 'tv-atrium')).status).toBe(200);
    const sockets = [await connect(1, token, 'tv-atrium'), await connect(2, token, 'tv-atrium')];
    await nodes.publish(0, 'north');
    for (const socket of sockets) await socket.next('invalidate');
    // This one would wait for half a second after the one before.
    const before = JSON.parse((await nodes.publish(0, 'north')).text).revision;
    const alert = { kind: 'lockdown', title: 'Lockdown', lastsMs: 60_000 };
    const setAt = performance.now();
    expect((await nodes.admin(0, 'POST', '/alerts', alert)).status).toBe(202);
    // The word may overtake what it is about, and hurry the publish before it as well.
    const isTold = (frame: { urgent?: true; revision: string }) =>
      frame.urgent === true && frame.revision !== before;
    for (const { frames } of sockets) {
      await vi.waitFor(() => expect(frames.some(isTold)).toBe(true), {
        interval: 5,
        timeout: 5000,
      });
    }
    expect(performance.now() - setAt).toBeLessThan(5000);
    for (const { url } of nodes.nodes) {
      const wanted = `${url}${PATHS.snapshot}?want=${sockets[0]?.frames.find(isTold).revision}`;
      const answer = await askAsDevice(wanted, token, 'tv-atrium');
      expect(JSON.parse(answer.text).alerts).toMatchObject([{ kind: 'lockdown' }]);
    }
    for (const socket of sockets) socket.close();
  });

  it('never tell an office 412 that named no revision, whoever publishes meanwhile', async () => {
    const added = await nodes.admin(0, 'POST', '/keys', { name: 'Office', role: 'office' });
    const headers = { authorization: `Bearer ${JSON.parse(added.text).secret}` };
    const { text } = await nodes.admin(0, 'GET', '/schools/north/content');
    const publish = (at: number) => {
      const url = `${nodes.node(at).url}/api/admin/schools/north/content`;
      return sendRequest(url, { method: 'PUT', headers, body: text });
    };
    const answers = await Promise.all([0, 1, 2, 0, 1, 2].map(publish));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const revisions = answers.map((answer) => JSON.parse(answer.text).revision);
    expect(new Set(revisions).size).toBe(6);
  });

  it('[BIND-5] pair a device that asks one, is approved on another and asks a third', async () => {
    await nodes.addScreen('north', 'library');
    const secret = 's'.repeat(43);
    const ask = (at: number, method: string) =>
      sendRequest(nodes.node(at).url + PATHS.pairings, {
        method,
        headers: { authorization: `Bearer ${secret}` },
      });
    const { code } = JSON.parse((await ask(0, 'POST')).text);
    const wanted = { school: 'north', screen: 'library' };
    expect((await nodes.admin(1, 'POST', `/pairings/${code}`, wanted)).status).toBe(200);
    const { token } = JSON.parse((await ask(2, 'GET')).text);
    const snapshot = nodes.node(0).url + PATHS.snapshot;
    expect((await askAsDevice(snapshot, token, 'tv-library')).status).toBe(200);
  });

  it('[SRV-8] all end a revoked token within 6 s, with the bus cut', async () => {
    const token = await nodes.addScreen('north', 'gym');
    const sockets = [await connect(0, token, 'tv-gym'), await connect(1, token, 'tv-gym')];
    sockets.push(await connect(2, token, 'tv-gym'));
    await withBusCut(redis.url, async (store) => {
      expect(await store.revokeScreen('gym', Date.UTC(2026, 10, 24))).toBe(true);
      const revokedAt = performance.now();
      for (const socket of sockets) expect(await socket.closed).toBe(4403);
      expect(performance.now() - revokedAt).toBeLessThan(SWEPT_MS);
      for (const { url } of nodes.nodes) {
        expect((await askAsDevice(url + PATHS.status, token, 'tv-gym')).status).toBe(404);
      }
    });
  });
});
