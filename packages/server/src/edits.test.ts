import { PATHS, parseRevision } from '@hallboard/shared';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildBodies } from './content/bodies/build-bodies.js';
import { checkContent } from './content/check-content.js';
import { contentInput } from './content/content.fixture.js';
import { addDays } from './content/program/local-time.js';
import type { SchoolContentInput } from './content/schema/content-schema.js';
import { drawEdit, type Edit } from './testing/random-edits.fixture.js';
import { RedisServer } from './testing/redis-server.fixture.js';
import { createSeededRandom } from './testing/seeded-random.fixture.js';
import { sendRequest, type TestAnswer } from './testing/send-request.fixture.js';
import { askAsDevice, ServerNodes } from './testing/server-nodes.fixture.js';

/** All of them together. `HALLBOARD_EDITS=1000` is the full size. */
const EDITS = Number(process.env.HALLBOARD_EDITS ?? 120);
const CLIENTS = 8;
const SEED = process.env.HALLBOARD_SEED ?? 'edits';
const TIMEOUT_MS = 120_000 + EDITS * 600;
const NORTH = '/schools/north';

/** An edit that the server took. */
interface Accepted {
  readonly edit: Edit;
  readonly answer: ReturnType<typeof JSON.parse>;
  readonly sequence: number;
  /** The name of the key that made it. */
  readonly by: string;
}

/** Several clients, each with a key of its own, at one or more nodes. */
async function editTogether(nodes: ServerNodes, dates: readonly string[]) {
  const accepted: Accepted[] = [];
  const refused = new Map<number, number>();
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const by = `client ${client}`;
      const key = { name: by, role: 'it', schools: ['north'] };
      const { secret } = JSON.parse((await nodes.admin(0, 'POST', '/keys', key)).text);
      const { url } = nodes.node(client % nodes.nodes.length);
      const send = (method: string, path: string, body?: unknown, ifMatch?: string) =>
        sendRequest(`${url}/api/admin${NORTH}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${secret}`,
            ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      const school = {
        async content() {
          const { text, headers } = await send('GET', '/content');
          return { content: JSON.parse(text), revision: headers.etag?.slice(1, -1) ?? '' };
        },
        async revisions() {
          const { publishes } = JSON.parse((await send('GET', '/history')).text);
          return publishes.map(({ revision }: { revision: string }) => revision);
        },
      };
      const random = createSeededRandom(`${SEED}/${client}`);
      for (let at = client; at < EDITS; at += CLIENTS) {
        const edit = await drawEdit(random, `edit-${at}`, dates, school);
        const reply = await send(edit.method, edit.path, edit.body, edit.ifMatch);
        if (reply.status >= 300) {
          refused.set(reply.status, (refused.get(reply.status) ?? 0) + 1);
          continue;
        }
        const answer = JSON.parse(reply.text);
        const { sequence } = parseRevision(answer.revision) ?? { sequence: 0 };
        accepted.push({ edit, answer, sequence, by });
      }
    }),
  );
  return { accepted: accepted.sort((a, b) => a.sequence - b.sequence), refused };
}

/** What the content has to be, if the edits were made one after another. */
function replay(first: SchoolContentInput, base: number, accepted: readonly Accepted[]) {
  const contents = new Map([[base, first]]);
  let content = first;
  for (const { edit, answer, sequence } of accepted) {
    const past = (revision: string) => {
      const then = contents.get(parseRevision(revision)?.sequence ?? 0);
      if (then === undefined) throw new Error(`nobody published ${revision}`);
      return then;
    };
    content = edit.apply(content, answer, past);
    contents.set(sequence, content);
  }
  return content;
}

/** Every entry of the audit log about the school's content. */
async function auditOf(nodes: ServerNodes) {
  const entries: ReturnType<typeof JSON.parse>[] = [];
  let page = '?limit=1000';
  for (;;) {
    const { entries: some, next } = JSON.parse((await nodes.admin(0, 'GET', `/audit${page}`)).text);
    entries.push(...some);
    if (next === undefined) break;
    page = `?limit=1000&after=${next}`;
  }
  return entries.filter(({ key }) => key.name.startsWith('client '));
}

async function expectNothingLost(nodes: ServerNodes): Promise<string> {
  await nodes.addSchool('north');
  const token = await nodes.addScreen('north', 'hall');
  const { schools } = JSON.parse((await nodes.admin(0, 'GET', '/schools')).text);
  const today = addDays(schools[0].horizon, -35);
  const first: SchoolContentInput = {
    ...contentInput({ cover: [], media: [] }),
    dayTemplates: [{ id: 'early', title: 'Early closing', schedules: { main: 'short' } }],
  };
  const published = await nodes.admin(0, 'PUT', `${NORTH}/content`, first);
  const { sequence: base, epoch } = parseRevision(JSON.parse(published.text).revision) ?? {
    sequence: 0,
    epoch: '',
  };

  const dates = [today, addDays(today, 1)];
  const { accepted, refused } = await editTogether(nodes, dates);
  // So that not everything was refused, and equal for that.
  expect(accepted.length).toBeGreaterThan(EDITS / 2);
  // Each has a revision of its own, and nothing else was published.
  const numbers = accepted.map(({ sequence }) => sequence - base);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  // Only what is refused by the rules: nothing to remove, or somebody else was first.
  expect([...refused.keys()].filter((status) => ![404, 412, 503].includes(status))).toEqual([]);

  const expected = replay(first, base, accepted);
  const stored = await nodes.admin(0, 'GET', `${NORTH}/content`);
  expect(JSON.parse(stored.text)).toEqual(expected);

  // An entry is settled once its answer was sent.
  await vi.waitFor(
    async () => {
      const done = (await auditOf(nodes)).filter(({ outcome }) => outcome === 'done');
      const logged = done.map(({ key, action, summary }) => `${key.name} ${action} ${summary}`);
      const made = accepted.map(
        ({ by, edit, sequence }) => `${by} ${edit.action} revision ${epoch}.${sequence}`,
      );
      expect(logged.sort()).toEqual(made.sort());
    },
    { timeout: 10_000, interval: 20 },
  );

  const revision = `${epoch}.${base + accepted.length}`;
  const checked = checkContent(expected);
  if (!checked.ok) throw new Error(JSON.stringify(checked.violations));
  const built = await buildBodies({
    content: checked.value,
    today,
    revision,
    views: [{ layout: 'board', groups: [] }],
  });
  if (built.kind !== 'built') throw new Error(built.kind);
  for (const { url } of nodes.nodes) {
    const wall: TestAnswer = await askAsDevice(
      `${url}${PATHS.snapshot}?want=${revision}`,
      token,
      'tv',
    );
    expect(wall.text).toBe(built.bodies[0]?.json.toString('utf8'));
  }
  const counts = [...refused].map(([status, count]) => `${count} × ${status}`).join(', ');
  return `${accepted.length} of ${EDITS} edits by ${CLIENTS} clients, refused: ${counts || 'none'}`;
}

describe(`${EDITS} edits by several clients at once`, { timeout: TIMEOUT_MS }, () => {
  it('[SNAP-5] are all there, in the store, the audit log and on the wall: one node', async () => {
    const nodes = await ServerNodes.start(1);
    onTestFinished(() => nodes.dispose());
    process.stdout.write(`one node: ${await expectNothingLost(nodes)}\n`);
  });

  it('[SNAP-5] are all there, in the store, the audit log and on the wall: nodes on Redis', async () => {
    const redis = await RedisServer.start();
    onTestFinished(() => redis.dispose());
    const settings = { REDIS_URL: redis.url, REDIS_DEADLINE_MS: '5000' };
    const nodes = await ServerNodes.start(2, settings);
    onTestFinished(() => nodes.dispose());
    process.stdout.write(`two nodes: ${await expectNothingLost(nodes)}\n`);
  });
});
