import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSecret } from '../../screens/token.js';
import type { TestAnswer } from '../../testing/send-request.fixture.js';
import { TestServer } from '../../testing/test-server.fixture.js';

const DAY_MS = 86_400_000;

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
  await server.addSchool('south', 'gym');
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const as = (secret: string) => ({ authorization: `Bearer ${secret}` });
const create = (key: unknown, secret = server.adminKey) =>
  server.admin('POST', '/keys', key, as(secret));
const paths = (answer: TestAnswer): string[] =>
  json(answer).violations.map(({ path }: { path: string }) => path);

describe("administrators' keys", () => {
  it('[SEC-1] are told once, and kept as a hash of 256 random bits', async () => {
    const answer = await create({ name: 'Front office', role: 'office', schools: ['north'] });
    expect(answer.status).toBe(201);
    const { key, secret } = json(answer);
    expect(secret).toMatch(/^hb_[0-9a-f]{64}$/);
    expect(key).toEqual({
      id: expect.stringMatching(/^key-[0-9a-f]{16}$/),
      name: 'Front office',
      role: 'office',
      schools: ['north'],
      state: 'active',
      createdAt: '2026-11-24T08:00:00.000Z',
    });
    const stored = await server.store.adminKeyByHash(hashSecret(secret));
    expect(stored?.id).toBe(key.id);
    const listed = await server.admin('GET', '/keys');
    expect(json(listed).keys.map(({ name }: { name: string }) => name)).toEqual([
      'test',
      'Front office',
    ]);
    expect(listed.text + JSON.stringify(stored) + server.log.join()).not.toContain(secret);
    expect(listed.text).not.toContain(hashSecret(secret));
  });

  it('[SEC-1] open nothing once they are revoked', async () => {
    const { key, secret } = json(await create({ name: 'Ada', role: 'it' }));
    expect((await server.admin('GET', '/schools', undefined, as(secret))).status).toBe(200);
    const revoked = await server.admin('DELETE', `/keys/${key.id}`);
    expect(json(revoked).key).toMatchObject({ id: key.id, state: 'revoked' });
    expect((await server.admin('GET', '/schools', undefined, as(secret))).status).toBe(403);
    expect((await server.admin('DELETE', `/keys/${key.id}`)).status).toBe(404);
  });

  it('[SEC-1] open nothing from the instant on at which they expire', async () => {
    const expiresAt = '2026-11-25';
    const { key, secret } = json(await create({ name: 'Ada', role: 'it', expiresAt }));
    expect(key.expiresAt).toBe('2026-11-25T00:00:00.000Z');
    const look = () => server.admin('GET', '/schools', undefined, as(secret));
    server.clock.advance(16 * 3_600_000 - 1);
    expect((await look()).status).toBe(200);
    server.clock.advance(1);
    const answer = await look();
    expect([answer.status, json(answer).message]).toEqual([
      403,
      'This administrator key has expired',
    ]);
    const listed = json(await server.admin('GET', '/keys')).keys;
    expect(listed[1]).toMatchObject({ state: 'expired' });
  });

  it('[SEC-4] keep the last one that owns everything', async () => {
    const refused = await server.admin('DELETE', '/keys/k1');
    expect([refused.status, json(refused).error]).toEqual([409, 'conflict']);
    await create({ name: 'Second', role: 'owner' });
    expect((await server.admin('DELETE', '/keys/k1')).status).toBe(200);
  });

  it('are refused with everything that is wrong with them', async () => {
    expect(paths(await create({ name: '', role: 'head', schools: [], colour: 1 })).sort()).toEqual([
      'colour',
      'name',
      'role',
      'schools',
    ]);
    const key = { name: 'Ada', role: 'it', schools: ['north', 'west'], expiresAt: '2026-02-30x' };
    expect(paths(await create(key))).toEqual(['expiresAt']);
    expect(paths(await create({ ...key, expiresAt: '2027-02-31' }))).toEqual(['expiresAt']);
    expect(paths(await create({ ...key, expiresAt: '2026-11-24' }))).toEqual([
      'schools[1]',
      'expiresAt',
    ]);
  });

  it('[SEC-4] reach no further, and last no longer, than the key that makes them', async () => {
    const expiresAtMs = server.clock.wallMs() + DAY_MS;
    const north = await server.addKey('owner', { schools: ['north'], expiresAtMs });
    const made = (key: object) => create({ name: 'Ada', role: 'it', ...key }, north.secret);
    const soon = new Date(expiresAtMs).toISOString();
    expect((await made({ schools: ['north'], expiresAt: soon })).status).toBe(201);
    expect(paths(await made({ schools: ['south'], expiresAt: soon }))).toEqual(['schools[0]']);
    expect(paths(await made({ expiresAt: soon }))).toEqual(['schools']);
    expect(paths(await made({ schools: ['north'] }))).toEqual(['expiresAt']);
    const later = new Date(expiresAtMs + 1).toISOString();
    expect(paths(await made({ schools: ['north'], expiresAt: later }))).toEqual(['expiresAt']);
  });

  it('[P-8] are listed and revoked by an owner of their schools alone', async () => {
    const north = await server.addKey('owner', { schools: ['north'] });
    const south = await server.addKey('it', { schools: ['south'] });
    const both = await server.addKey('it', { schools: ['north', 'south'] });
    const listed = await server.admin('GET', '/keys', undefined, as(north.secret));
    expect(json(listed).keys.map(({ id }: { id: string }) => id)).toEqual([north.id]);
    for (const id of [south.id, both.id, 'k1', 'nobody']) {
      const answer = await server.admin('DELETE', `/keys/${id}`, undefined, as(north.secret));
      expect([answer.status, json(answer).message]).toEqual([404, 'There is no such key']);
    }
  });

  it('[P-8] list only the schools that they are for', async () => {
    const { secret } = await server.addKey('office', { schools: ['south', 'gone'] });
    const { schools } = json(await server.admin('GET', '/schools', undefined, as(secret)));
    expect(schools.map(({ id }: { id: string }) => id)).toEqual(['south']);
  });

  it('[SEC-1] know when they were used, by one write an hour', async () => {
    const { secret } = await server.addKey('it');
    const look = () => server.admin('GET', '/schools', undefined, as(secret));
    const before = server.faults.count('noteAdminKeyUse');
    for (let at = 0; at < 5; at += 1) {
      server.clock.advance(60_000);
      await look();
    }
    expect(server.faults.count('noteAdminKeyUse') - before).toBe(1);
    server.clock.advance(3_600_000);
    await look();
    expect(server.faults.count('noteAdminKeyUse') - before).toBe(2);
    const { keys } = json(await server.admin('GET', '/keys'));
    expect(keys[1].lastUsedAt).toBe('2026-11-24T09:00:00.000Z');
  });
});
