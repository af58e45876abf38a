import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../content/check-content.js';
import { materialiseProgram } from '../../content/program/materialise-program.js';
import { contentJsonSchema } from '../../content/schema/content-json-schema.fixture.js';
import { checkSound } from '../../media/sound/check-sound.js';
import { formatJson } from './format-json.fixture.js';
import { BELL, sampleSchool } from './sample-school.fixture.js';
import { TEACHERS } from './sample-staff.fixture.js';

const FILE = '../../../../../examples/sample-school/content.json';

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
    const checked = checkContent(content);
    if (!checked.ok) throw new Error('it is checked above');
    const { divisions } = materialiseProgram(checked.value, '2026-11-23');
    for (const { date, slot, class: id, absentTeacher, teacher } of checked.value.cover) {
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
    await expect(`${formatJson(content)}\n`).toMatchFileSnapshot(FILE);
  });
});
