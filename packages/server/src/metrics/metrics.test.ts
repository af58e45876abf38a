import { PATHS } from '@hallboard/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.fixture.js';
import { RealSocket } from '../testing/test-socket.fixture.js';

const KEY = 'a-secret-of-the-operator';

let server: TestServer;

afterEach(() => server.close());

async function scrape(key = KEY): Promise<{ readonly status: number; readonly text: string }> {
  return server.get('/metrics', { headers: { authorization: `Bearer ${key}` } });
}

/** The value of one line of the text format. */
async function reading(line: string): Promise<number> {
  const { text } = await scrape();
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? 0 : Number(found.slice(line.length + 1));
}

describe('/metrics', () => {
  it('[SRV-9] is there for who has the key, and for nobody else', async () => {
    server = await TestServer.start({ metricsKey: KEY });
    expect((await scrape()).status).toBe(200);
    expect((await scrape('another-secret-of-16')).status).toBe(404);
    expect((await server.get('/metrics')).status).toBe(404);
  });

  it('[SRV-9] is switched off without a key', async () => {
    server = await TestServer.start();
    expect((await scrape()).status).toBe(404);
  });

  it('[SRV-9] says that the store is away, while the node serves on', async () => {
    server = await TestServer.start({ metricsKey: KEY });
    expect(await reading('hallboard_part_up{part="store"}')).toBe(1);
    expect(await reading('hallboard_part_up{part="bus"}')).toBe(1);
    server.faults.down = true;
    server.clock.advance(5000);
    await expect.poll(() => reading('hallboard_part_up{part="store"}')).toBe(0);
    expect((await server.get('/readyz')).status).toBe(200);
  });

  it('[SRV-9] says that the store takes no writes, as where the disk is full', async () => {
    server = await TestServer.start({ metricsKey: KEY });
    const token = await server.addSchool('hill', 'hall');
    await server.screen(PATHS.status, token, 'tv-1');
    server.faults.refused.add('saveSights');
    server.clock.advance(60_000);
    await expect.poll(() => reading('hallboard_part_up{part="store"}')).toBe(0);
    server.faults.refused.clear();
    server.clock.advance(60_000);
    await expect.poll(() => reading('hallboard_part_up{part="store"}')).toBe(1);
  });

  it('[OBS-1] counts what screens are answered, and whether they had been told', async () => {
    server = await TestServer.start({ metricsKey: KEY });
    const token = await server.addSchool('hill', 'hall');
    const first = await server.screen(PATHS.snapshot, token, 'tv-1');
    const tag = { 'if-none-match': String(first.headers.etag) };
    await server.screen(PATHS.snapshot, token, 'tv-1', { headers: tag });
    const { revision } = JSON.parse(first.text);
    await server.screen(`${PATHS.snapshot}?want=${revision}`, token, 'tv-1');
    await server.screen(`${PATHS.snapshot}?want=${revision}&cause=poll`, token, 'tv-1');
    await server.screen(PATHS.snapshot, token, 'tv-2');

    expect(await reading('hallboard_display_answers_total{answer="snapshot 200"}')).toBe(3);
    expect(await reading('hallboard_display_answers_total{answer="snapshot 304"}')).toBe(1);
    expect(await reading('hallboard_snapshots_total{cause="start"}')).toBe(1);
    expect(await reading('hallboard_snapshots_total{cause="poll"}')).toBe(1);
    expect(await reading('hallboard_snapshots_total{cause="announcement"}')).toBe(1);
    expect(await reading('hallboard_display_refusals_total{code="screen_bound"}')).toBe(1);
    expect(await reading('hallboard_snapshot_seconds_count')).toBe(4);
  });

  it('[OBS-1] counts sockets, what they are told, and why they end', async () => {
    server = await TestServer.start({ metricsKey: KEY });
    const token = await server.addSchool('hill', 'hall');
    await server.admin('PUT', '/schools/hill/flags/realtime', { realtime: 'on' });
    const socket = new RealSocket(server.url + PATHS.socket);
    const hello = { type: 'hello', protocols: { min: 1, max: 1 }, device: 'tv-1', revision: null };
    await socket.send({ ...hello, token });
    await socket.next('welcome');
    expect(await reading('hallboard_sockets{state="joined"}')).toBe(1);

    const { text } = await server.admin('GET', '/schools/hill/content');
    await server.admin('PUT', '/schools/hill/content', text);
    await socket.next('invalidate');
    expect(await reading('hallboard_announcements_total{result="sent"}')).toBe(1);
    expect(await reading('hallboard_announcements_total{result="lost"}')).toBe(0);

    await server.admin('PUT', '/schools/hill/flags/realtime', { realtime: 'off' });
    expect(await socket.closed).toBe(4410);
    expect(await reading('hallboard_socket_closes_total{reason="realtimeOff"}')).toBe(1);
    expect(await reading('hallboard_sockets{state="joined"}')).toBe(0);
  });

  it('[OBS-1] tells the stage of a rollout', async () => {
    server = await TestServer.start({ metricsKey: KEY });
    await server.addSchool('hill', 'hall');
    expect((await scrape()).text).toContain('hallboard_rollout_stage{status="none"} 0\n');
    await server.admin('POST', '/rollout/start');
    await server.server.index.sweep();
    expect(await reading('hallboard_rollout_stage{status="running"}')).toBe(1);
    await server.admin('POST', '/rollout/halt');
    await server.server.index.sweep();
    expect((await scrape()).text).toContain('hallboard_rollout_stage{status="halted"} 1\n');
    expect((await scrape()).text).not.toContain('status="running"');
  });

  it('[OBS-1] tells memory and the event loop’s delay, and names no token, device or school', async () => {
    server = await TestServer.start({ metricsKey: KEY });
    const token = await server.addSchool('hill-school', 'hall');
    await server.screen(PATHS.snapshot, token, 'tv-of-the-hall');
    const { text } = await scrape();
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    for (const secret of [token, 'tv-of-the-hall', 'hill-school'])
      expect(text).not.toContain(secret);
  });
});
