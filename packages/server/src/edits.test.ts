import { PATHS, parseRevision, type View } from '@hallboard/shared';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildBodies } from './content/bodies/build-bodies.js';
import { checkContent } from './content/check-content.js';
import { contentInput } from './content/content.fixture.js';
import { addDays } from './content/program/local-time.js';
import type { SchoolContentInput } from './content/schema/content-schema.js';
import { type Accepted, EditClient, editTogether } from './testing/edit-clients.fixture.js';
import { publishOf } from './testing/random-edits.fixture.js';
import { RedisServer } from './testing/redis-server.fixture.js';
import type { TestAnswer } from './testing/send-request.fixture.js';
import { askAsDevice, ServerNodes } from './testing/server-nodes.fixture.js';

/** All of them together. `HALLBOARD_EDITS=1000` is the full size. */
const EDITS = Number(process.env.HALLBOARD_EDITS ?? 120);
const CLIENTS = 8;
const SEED = process.env.HALLBOARD_SEED ?? 'edits';
const TIMEOUT_MS = 120_000 + EDITS * 600;
const SCHOOL = 'north';
/** By status or by code: no such part, somebody else was first, the store is busy; no difference. */
const REFUSALS = ['404', '412', '503', 'revision_mismatch', 'unavailable', 'refused', 'unchanged'];

/** What the content has to be, if the edits were made one after another. */
async function replay(
  first: SchoolContentInput,
  base: string,
  accepted: readonly Accepted[],
): Promise<SchoolContentInput> {
  const contents = new Map([[base, first]]);
  let content = first;
  for (const { revision, apply } of accepted) {
    content = await apply(content, (past) => {
      const then = contents.get(past);
      if (then === undefined) throw new Error(`nobody published ${past}`);
      return then;
    });
    contents.set(revision, content);
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

/** @param sabotage adds to what was accepted, once the clients are done. */
async function expectNothingLost(
  nodes: ServerNodes,
  edits: number,
  sabotage?: (accepted: Accepted[]) => Promise<void>,
): Promise<string> {
  await nodes.addSchool(SCHOOL);
  const token = await nodes.addScreen(SCHOOL, 'hall');
  const { schools } = JSON.parse((await nodes.admin(0, 'GET', '/schools')).text);
  const today = addDays(schools[0].horizon, -35);
  const first: SchoolContentInput = {
    ...contentInput({ cover: [], media: [] }),
    dayTemplates: [{ id: 'early', title: 'Early closing', schedules: { main: 'short' } }],
  };
  const published = await nodes.admin(0, 'PUT', `/schools/${SCHOOL}/content`, first);
  const { revision: base } = JSON.parse(published.text);

  const dates = [today, addDays(today, 1)];
  const options = { school: SCHOOL, base, edits, clients: CLIENTS, dates };
  const { accepted, refused } = await editTogether(nodes, { ...options, seed: SEED });
  await sabotage?.(accepted);
  accepted.sort((a, b) => sequenceOf(a.revision) - sequenceOf(b.revision));
  // So that not everything was refused, and equal for that.
  expect(accepted.length).toBeGreaterThan(edits / 3);
  // Each has a revision of its own, and nothing else was published.
  const numbers = accepted.map(({ revision }) => sequenceOf(revision) - sequenceOf(base));
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  // Only what is refused by the rules: nothing to remove, somebody else was first, a broken file.
  expect([...refused.keys()].filter((reason) => !REFUSALS.includes(reason))).toEqual([]);

  const expected = await replay(first, base, accepted);
  const stored = await nodes.admin(0, 'GET', `/schools/${SCHOOL}/content`);
  // As JSON has it.
  expect(JSON.parse(stored.text)).toEqual(JSON.parse(JSON.stringify(expected)));

  // An entry is settled once its answer was sent.
  await vi.waitFor(
    async () => {
      const done = (await auditOf(nodes)).filter(({ outcome }) => outcome === 'done');
      const logged = done.map(({ key, action, summary }) => `${key.name} ${action} ${summary}`);
      const made = accepted.map(
        ({ by, action, revision }) => `${by} ${action} revision ${revision}`,
      );
      expect(logged.sort()).toEqual(made.sort());
    },
    { timeout: 10_000, interval: 20 },
  );

  const revision = accepted.at(-1)?.revision ?? base;
  const checked = checkContent(expected);
  if (!checked.ok) throw new Error(JSON.stringify(checked.violations));
  const views: View[] = [{ layout: 'board', groups: [] }];
  const built = await buildBodies({ content: checked.value, today, revision, views });
  if (built.kind !== 'built') throw new Error(built.kind);
  for (const { url } of nodes.nodes) {
    const asked = `${url}${PATHS.snapshot}?want=${revision}`;
    const wall: TestAnswer = await askAsDevice(asked, token, 'tv');
    expect(wall.text).toBe(built.bodies[0]?.json.toString('utf8'));
  }
  const counts = [...refused].map(([reason, count]) => `${count} × ${reason}`).join(', ');
  const imports = accepted.filter(({ isImport }) => isImport).length;
  return `${accepted.length} of ${edits} changes by ${CLIENTS} clients, ${imports} of them imports; not taken: ${counts || 'none'}`;
}

const sequenceOf = (revision: string) => parseRevision(revision)?.sequence ?? 0;

describe(`${EDITS} edits and imports by several clients at once`, { timeout: TIMEOUT_MS }, () => {
  it('[SNAP-5] are all there, in the store, the audit log and on the wall: one node', async () => {
    const nodes = await ServerNodes.start(1);
    onTestFinished(() => nodes.dispose());
    process.stdout.write(`one node: ${await expectNothingLost(nodes, EDITS)}\n`);
  });

  it('[SNAP-5] are all there, in the store, the audit log and on the wall: nodes on Redis', async () => {
    const redis = await RedisServer.start();
    onTestFinished(() => redis.dispose());
    const settings = { REDIS_URL: redis.url, REDIS_DEADLINE_MS: '5000' };
    const nodes = await ServerNodes.start(2, settings);
    onTestFinished(() => nodes.dispose());
    process.stdout.write(`two nodes: ${await expectNothingLost(nodes, EDITS)}\n`);
  });

  it('would not pass with a lost update', async () => {
    const nodes = await ServerNodes.start(1);
    onTestFinished(() => nodes.dispose());
    const lost = expectNothingLost(nodes, 16, async (accepted) => {
      const forgetful = await EditClient.start(nodes, 0, SCHOOL);
      const { content } = await forgetful.content();
      for (const edit of [publishOf('first', content), publishOf('second', content)]) {
        const outcome = await forgetful.edit(edit);
        if (typeof outcome !== 'string') accepted.push(outcome);
      }
    });
    await expect(lost).rejects.toThrow(/to deeply equal/);
  });
});
