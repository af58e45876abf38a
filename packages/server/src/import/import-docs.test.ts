import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';
import { renderHeadingTables } from './render-heading-tables.js';
import { FIELDS } from './rows/fields.js';
import { fold } from './rows/fold.js';
import { KINDS } from './rows/kinds.js';
import { foldedWords } from './rows/match-headings.js';

const ROOT = new URL('../../../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/import.md', ROOT), 'utf8');

let server: TestServer | undefined;

afterEach(() => server?.close());

describe('docs/import.md', () => {
  it('has the headings that the program knows', () => {
    expect(PAGE).toContain(renderHeadingTables());
  });

  it.each(KINDS)('knows each heading of %s for one field alone', (kind) => {
    const words = Object.entries(FIELDS[kind]).flatMap(([field, { headings }]) =>
      [...new Set([fold(field), ...foldedWords(headings)])].map((word) => word),
    );
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('has examples that run, one after the other', async () => {
    server = await TestServer.start();
    await server.addSchool('demo', 'hall');
    const names = readdirSync(new URL('docs/import/', ROOT)).map((name) => `docs/import/${name}`);
    const files = Object.fromEntries(
      names.map((name) => [name, Uint8Array.from(readFileSync(new URL(name, ROOT)))]),
    );
    const env = { HALLBOARD_URL: server.url, HALLBOARD_KEY: server.adminKey };
    const commands = PAGE.match(/^hallboard import demo .*$/gm) ?? [];
    expect(commands.length).toBe(7);
    const said: (string | undefined)[] = [];
    for (const command of commands) {
      said.push((await runCli({ env, files }, command.split(' ').slice(1))).at(-1));
    }
    expect(said).toEqual([
      'A dry run: nothing was changed.',
      ...Array.from({ length: 6 }, () => expect.stringMatching(/^Published demo: revision /)),
    ]);
    const { text } = await server.admin('GET', '/schools/demo/content');
    const { timetable, cover, announcements, holidays, dayPlans } = JSON.parse(text);
    expect(timetable.classes.map(({ id }: { id: string }) => id)).toEqual(['7a', '7b', '8a']);
    expect(cover[0]).toMatchObject({ teacher: 'Hr. Müller', absentTeacher: 'Fr. Groß' });
    expect([announcements.length, holidays.length, dayPlans.length]).toEqual([5, 1, 1]);
  });
});
