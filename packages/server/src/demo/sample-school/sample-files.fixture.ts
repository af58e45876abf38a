import { writeWorkbook } from '../../import/workbook.fixture.js';
import { formatJson } from './format-json.fixture.js';
import { sampleSchool } from './sample-school.fixture.js';

/**
 * The sample school as the files that a school has, by their names: `setup.json` is published once,
 * and the others are imported on top of it.
 */
export function sampleFiles() {
  const { timetable, holidays, dayPlans, announcements, honours, cover, duty, ...setup } =
    sampleSchool();
  const { classes = [], lessons = [] } = timetable ?? {};
  const className = (id: string) => classes.find((each) => each.id === id)?.name ?? id;
  return {
    'setup.json': `${formatJson(setup)}\n`,
    'classes.csv': csv(
      ['Class', 'Division'],
      classes.map(({ name, division }) => [name, division]),
    ),
    'timetable.csv': csv(
      ['Class', 'Week', 'Day', 'Period', 'Subject', 'Teacher', 'Room'],
      lessons.map((lesson) => [
        className(lesson.class),
        ...lesson.cycleDay.split('-'),
        lesson.slot.slice(1),
        lesson.subject,
        lesson.teacher,
        lesson.room,
      ]),
    ),
    'holidays.csv': csv(
      ['Holiday', 'From', 'To'],
      (holidays ?? []).map(({ title, from, to }) => [title, from, to]),
    ),
    'dayplans.csv': csv(
      ['Date', 'Schedule', 'Division', 'Title'],
      (dayPlans ?? []).map(({ date, template, schedule, division, title }) => [
        date,
        template ?? schedule,
        division,
        title,
      ]),
    ),
    'cover.tsv': table(
      '\t',
      ['Date', 'Period', 'Class', 'Kind', 'Subject', 'Teacher', 'Absent', 'Room', 'Note'],
      (cover ?? []).map((each) => [
        each.date,
        each.slot.slice(1),
        className(each.class),
        each.kind ?? 'cover',
        each.subject,
        each.teacher,
        each.absentTeacher,
        each.room,
        each.note,
      ]),
    ),
    'office.xlsx': writeWorkbook({
      Notices: [
        ['Title', 'Text', 'Level', 'Groups', 'From', 'Until'],
        ...(announcements ?? []).map((each) => [
          each.title,
          each.body,
          each.level,
          each.groups?.join(', '),
          each.validFrom,
          each.validUntil,
        ]),
      ],
      Duty: [
        ['Teacher', 'Place', 'Week', 'Day', 'Period'],
        ...(duty ?? []).map((each) => [
          each.teacher,
          each.place,
          ...(each.cycleDay?.split('-') ?? []),
          each.slot,
        ]),
      ],
      Honours: [
        ['Name', 'Title', 'Reason', 'Until'],
        ...(honours ?? []).map((each) => [each.name, each.title, each.reason, each.validUntil]),
      ],
    }),
  };
}

type Cells = readonly (string | undefined)[];

const csv = (headings: Cells, rows: readonly Cells[]) => table(',', headings, rows);

function table(delimiter: string, headings: Cells, rows: readonly Cells[]): string {
  const quoted = (cell = '') =>
    cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return [headings, ...rows].map((row) => `${row.map(quoted).join(delimiter)}\n`).join('');
}
