import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../content/check-content.js';
import { materialiseProgram } from '../../content/program/materialise-program.js';
import { contentJsonSchema } from '../../content/schema/content-json-schema.fixture.js';
import type { SchoolContent } from '../../content/schema/content-schema.js';
import { assemble } from '../../import/assemble/assemble.js';
import { parseFiles } from '../../import/parse-files.js';
import { checkSound } from '../../media/sound/check-sound.js';
import { formatJson } from './format-json.fixture.js';
import { sampleFiles } from './sample-files.fixture.js';
import { BELL, sampleSchool } from './sample-school.fixture.js';
import { TEACHERS } from './sample-staff.fixture.js';

const FOLDER = '../../../../../examples/sample-school';

const content = sampleSchool();
const { classes = [], lessons = [] } = content.timetable ?? {};

/** What several lessons of one slot share, of what only one may have. */
function clashes(keyOf: (lesson: (typeof lessons)[number]) => string | undefined): string[] {
  const seen = new Set<string>();
  return lessons.flatMap((lesson) => {
    const place = `${lesson.cycleDay} ${lesson.slot} ${keyOf(lesson)}`;
    if (!seen.has(place)) {
      seen.add(place);
      return [];
    }
    return [place];
  });
}

describe('the sample school', () => {
  it('is content that a publish, and its JSON Schema, take', () => {
    expect(checkContent(content)).toMatchObject({ ok: true });
    const validate = new Ajv2020({ strict: true }).compile(contentJsonSchema());
    validate(content);
    expect(validate.errors).toBeNull();
  });

  it('rings its own bell for lessons, which a school may upload', () => {
    expect(checkSound(BELL, 'audio/mpeg')).toEqual({ kind: 'playable' });
  });

  it('has 40 classes and 60 teachers, and needs nobody and no room twice at a time', () => {
    expect(classes).toHaveLength(40);
    expect(new Set(TEACHERS.map(({ name }) => name)).size).toBe(60);
    expect(new Set(lessons.map(({ teacher }) => teacher)).size).toBe(60);
    expect(lessons).toHaveLength(40 * 35 * 2);
    expect(clashes((lesson) => lesson.class)).toEqual([]);
    expect(clashes((lesson) => lesson.teacher)).toEqual([]);
    expect(clashes((lesson) => lesson.room)).toEqual([]);
  });

  it('covers lessons of their own day of the cycle, by teachers who are free', () => {
    const { divisions } = materialiseProgram(checked(content), '2026-11-23');
    for (const { date, slot, class: id, absentTeacher, teacher } of checked(content).cover) {
      const day = divisions[0]?.days.find((each) => each.date === date);
      const then = lessons.filter((one) => one.cycleDay === day?.cycleDay && one.slot === slot);
      const lesson = then.find((one) => one.class === id);
      expect(lesson).toBeDefined();
      if (absentTeacher !== undefined) expect(lesson?.teacher).toBe(absentTeacher);
      expect(then.map((one) => one.teacher)).not.toContain(teacher ?? 'nobody');
    }
  });

  // After a change: npx vitest run packages/server/src/demo/sample-school --update
  it('is the one that examples/ has', async () => {
    await expect(`${formatJson(content)}\n`).toMatchFileSnapshot(`${FOLDER}/content.json`);
  });

  // HALLBOARD_WRITE_EXAMPLES=1 writes the workbook anew, which no snapshot can hold.
  it('is what the files in examples/ bring, imported on top of its setup', async () => {
    const { 'setup.json': setupText, 'office.xlsx': office, ...tables } = sampleFiles();
    for (const [name, text] of Object.entries({ 'setup.json': setupText, ...tables })) {
      await expect(text).toMatchFileSnapshot(`${FOLDER}/${name}`);
    }
    const workbook = new URL(`${FOLDER}/office.xlsx`, import.meta.url);
    if (process.env.HALLBOARD_WRITE_EXAMPLES !== undefined) writeFileSync(workbook, office);
    const sources = [
      ...Object.entries(tables).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
      { name: 'office.xlsx', bytes: readFileSync(workbook) },
    ];
    const setup = checked(JSON.parse(setupText));
    const parsed = await parseFiles(sources, setup, { today: '2026-11-24' });
    const imported = assemble(setup, parsed, { today: '2026-11-24' });
    expect(imported.problems).toEqual([]);
    expect(withoutIds(imported.content)).toEqual(withoutIds(checked(content)));
  });
});

function checked(input: unknown): SchoolContent {
  const result = checkContent(input);
  if (!result.ok) throw new Error(JSON.stringify(result.violations));
  return result.value;
}

/** The ids of items are made by who brings them, and so are sources. */
function withoutIds(school: SchoolContent) {
  const anonymous = (items: readonly { readonly id: string }[]) =>
    items.map(({ id: _, ...item }) => item);
  const ofNobody = <T extends { readonly source?: string }>(parts: readonly T[]) =>
    parts.map(({ source: _, ...part }) => part);
  const { announcements, honours, cover, duty, holidays, dayPlans } = school;
  return {
    ...school,
    announcements: anonymous(announcements),
    honours: anonymous(honours),
    cover: anonymous(cover),
    duty: anonymous(duty),
    holidays: ofNobody(holidays),
    dayPlans: ofNobody(dayPlans),
  };
}
