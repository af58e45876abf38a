import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatPercentage } from '../../flags/format-percentage.js';
import { StoreUnavailableError } from '../../store/store-unavailable-error.js';
import { PNG } from '../../testing/media-samples.fixture.js';
import type { TestAnswer } from '../../testing/send-request.fixture.js';
import { TestServer } from '../../testing/test-server.fixture.js';
import type { AuditEntry } from './present-entry.js';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start({ auditMaxEntries: 20 });
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);
const as = (secret: string) => ({ authorization: `Bearer ${secret}` });

async function audit(query = '', secret = server.adminKey): Promise<AuditEntry[]> {
  const answer = await server.admin('GET', `/audit${query}`, undefined, as(secret));
  return json(answer).entries;
}

/** As `<action> <school> <target> <summary>`, the oldest first. */
async function lines(query = '', secret = server.adminKey): Promise<string[]> {
  const entries = await audit(query, secret);
  return entries
    .map(({ action, school, target, summary }) => [action, school, target, summary].join(' '))
    .reverse();
}

describe('the audit log', () => {
  it('[SEC-1] says who changed what and when, and holds no secret', async () => {
    const token = await server.addSchool('north', 'hall');
    const { id, secret } = await server.addKey('it', { name: 'Ada', schools: ['north'] });
    const hall = '/schools/north/screens/hall';
    const rotated = await server.admin('POST', `${hall}/token`, undefined, as(secret));
    await server.admin('PATCH', hall, { name: 'Main hall', groups: ['staff'] }, as(secret));
    const read = await server.admin('GET', '/schools/north/content', undefined, as(secret));
    const put = await server.admin('PUT', '/schools/north/content', json(read), as(secret));
    await server.admin('PUT', '/flags/realtime', { realtime: 'on' });
    const made = json(await server.admin('POST', '/keys', { name: 'Eve', role: 'office' }));
    await server.admin('DELETE', `/keys/${made.key.id}`);

    expect(await lines()).toEqual([
      'school.add  north ',
      'screen.add north hall hall',
      'screen.rotate north hall ',
      'screen.change north hall name, groups',
      `content.publish north  revision ${json(put).revision}`,
      'flag.realtime   on',
      `key.create  ${made.key.id} Eve: office, all schools`,
      `key.revoke  ${made.key.id} Eve: office, all schools`,
    ]);
    const [, , , publish] = await audit();
    expect(publish).toEqual({
      at: '2026-11-24T08:00:00.000Z',
      key: { id, name: 'Ada', role: 'it' },
      action: 'content.publish',
      school: 'north',
      summary: `revision ${json(put).revision}`,
      requestId: put.headers['x-request-id'],
      outcome: 'done',
    });
    const { text } = await server.admin('GET', '/audit');
    for (const hidden of [token, json(rotated).token, secret, server.adminKey, made.secret]) {
      expect(text).not.toContain(hidden);
    }
  });

  it('[SEC-1] names alerts, announcements, files, flags, the rollout and backups', async () => {
    await server.addSchool('north', 'hall');
    const made = async (path: string, body?: unknown) =>
      json(await server.admin('POST', path, body));
    const { announcement, revision } = await made('/schools/north/announcements', {
      title: 'News',
    });
    const { file } = await made('/schools/north/media', PNG);
    await server.admin('DELETE', `/schools/north/media/${file.hash}`);
    const { alert } = await made('/alerts', { kind: 'weather', title: 'Snow' });
    await server.admin('DELETE', `/alerts/${alert.id}`);
    await server.admin('PUT', '/flags/percentage', { percentage: 0, why: 'said elsewhere' });
    const { percentage } = await made('/rollout/start');
    const { backup } = await made('/backups');

    expect((await lines()).slice(2)).toEqual([
      `announcement.add north ${announcement.id} revision ${revision}`,
      `media.add north ${file.hash} image/png, ${PNG.length} bytes`,
      `media.remove north ${file.hash} `,
      `alert.set  ${alert.id} weather`,
      `alert.clear  ${alert.id} `,
      'flag.percentage   0 %',
      `rollout.start   ${formatPercentage(percentage)}`,
      `backup.write  ${basename(backup.path)} ${backup.bytes} bytes`,
    ]);
  });

  it('keeps nothing of what was only read, or refused', async () => {
    await server.addSchool('north', 'hall');
    const before = await audit();
    await server.admin('GET', '/schools');
    await server.admin('PUT', '/schools/north/content', {});
    await server.admin('POST', '/schools/west/screens', { name: 'Hall' });
    await server.admin('DELETE', '/schools/north/screens/attic');
    await server.admin('DELETE', '/keys/k1');
    expect(await audit()).toEqual(before);
  });

  it('[SEC-1] lets nothing be changed that it cannot note', async () => {
    await server.addSchool('north', 'hall');
    server.store.beginAudit = () => Promise.reject(new StoreUnavailableError('full'));
    const answer = await server.admin('DELETE', '/schools/north/screens/hall');
    expect([answer.status, json(answer).error]).toEqual([503, 'unavailable']);
    expect((await server.store.screen('hall'))?.revokedAtMs).toBeUndefined();
  });

  it('[SEC-1] keeps a change whose outcome it never heard of, and says so', async () => {
    await server.addSchool('north', 'hall');
    server.store.revokeScreen = () => Promise.reject(new StoreUnavailableError('timed out'));
    await server.admin('DELETE', '/schools/north/screens/hall');
    server.store.settleAudit = () => Promise.reject(new StoreUnavailableError('timed out'));
    await server.admin('POST', '/schools/north/screens/hall/unbind');
    expect(await audit('?limit=2')).toMatchObject([
      { action: 'screen.unbind', target: 'hall', outcome: 'unknown' },
      { action: 'screen.revoke', target: 'hall', outcome: 'unknown' },
    ]);
    expect(server.log.join()).toContain('stays unknown');
  });

  it('[P-8] shows a key of a school the changes of that school alone', async () => {
    await server.addSchool('north', 'hall');
    await server.addSchool('south', 'gym');
    const { secret } = await server.addKey('it', { schools: ['north'] });
    const own = ['screen.add north hall hall'];
    expect(await lines('', secret)).toEqual(own);
    expect(await lines('?school=north', secret)).toEqual(own);
    expect(await lines('?school=north')).toEqual(own);
    for (const school of ['south', 'nowhere']) {
      const at = `/audit?school=${school}`;
      expect((await server.admin('GET', at, undefined, as(secret))).status).toBe(404);
    }
  });

  it('is read in pages, and forgets the oldest', async () => {
    for (let at = 1; at <= 25; at += 1) {
      await server.admin('PUT', '/flags/realtime', { realtime: at % 2 === 0 ? 'on' : 'off' });
    }
    const first = json(await server.admin('GET', '/audit?limit=15'));
    expect(first.entries).toHaveLength(15);
    const second = json(await server.admin('GET', `/audit?limit=15&after=${first.next}`));
    expect(second.entries).toHaveLength(5);
    expect(second.next).toBeUndefined();
    const ids = [...first.entries, ...second.entries].map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(20);
    const odd = await server.admin('GET', '/audit?limit=0&after=x');
    expect(json(odd).violations.map(({ path }: { path: string }) => path)).toEqual([
      'limit',
      'after',
    ]);
  });
});
