import { describe, expect, it } from 'vitest';
import { calendar, EASTERN, event } from './calendar.fixture.js';
import { importFiles, importSchool } from './import-files.fixture.js';

const notices = async (...body: readonly string[]) => {
  const { content, problems } = await importFiles({ 'club.ics': calendar(...body) });
  expect(problems).toEqual([]);
  return content.announcements.map(({ title, body: text, validFrom, validUntil }) =>
    [title, text, validFrom, validUntil].join(' | '),
  );
};

describe('a calendar', () => {
  it('brings holidays, day plans and notices, each by its words', async () => {
    const { content, problems } = await importFiles({
      'year.ics': calendar(
        event('DTSTART;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:20270107').replace(
          'Club',
          'Weihnachtsferien',
        ),
        event('DTSTART;VALUE=DATE:20261208', 'CATEGORIES:Holiday').replace('Club', 'Our Lady'),
        event(
          'DTSTART;VALUE=DATE:20261217',
          'DTEND;VALUE=DATE:20261219',
          'CATEGORIES:Short',
        ).replace('Club', 'Early closing'),
        event(
          'DTSTART:20261201T160000',
          'DTEND:20261201T170000',
          'LOCATION:Hall',
          'DESCRIPTION:Bring\\n a board',
        ),
      ),
    });
    expect(problems).toEqual([]);
    expect(content.holidays).toEqual([
      { from: '2026-12-08', title: 'Our Lady', source: 'import/year' },
      { from: '2026-12-21', to: '2027-01-06', title: 'Weihnachtsferien', source: 'import/year' },
    ]);
    expect(content.dayPlans).toEqual([
      { date: '2026-12-17', schedule: 'short', title: 'Early closing', source: 'import/year' },
      { date: '2026-12-18', schedule: 'short', title: 'Early closing', source: 'import/year' },
    ]);
    expect(content.announcements).toMatchObject([
      {
        title: 'Club',
        body: '16:00, Hall\nBring\n a board',
        validFrom: '2026-12-01T00:00',
        validUntil: '2026-12-01T17:00',
      },
    ]);
  });

  it('shows what an event is about without the markup of web calendars', async () => {
    const about = (text: string) =>
      notices(event('DTSTART:20261201T160000', 'DTEND:20261201T170000', `DESCRIPTION:${text}`));
    expect(
      await about(
        '<p>Bring&nbsp\\; a <b>board</b> &amp\\; pens.</p><ul><li>A</li><li>B</li></ul>See <a href="https://example.org">here</a><br>',
      ),
    ).toEqual([
      'Club | 16:00\nBring a board & pens.\nA\nB\nSee here | 2026-12-01T00:00 | 2026-12-01T17:00',
    ]);
    expect(await about('5 < 6 &amp\\; <7B>')).toEqual([
      'Club | 16:00\n5 < 6 &amp; <7B> | 2026-12-01T00:00 | 2026-12-01T17:00',
    ]);
  });

  it.each([
    ['مواعيد الاختبارات', 'notices'],
    ['عيد الفطر', 'holidays'],
    ['إجازة العيد', 'holidays'],
    ['Herbstferien 2026', 'holidays'],
  ])('takes %s for %s', async (title, kind) => {
    const day = event('DTSTART;VALUE=DATE:20261208').replace('Club', title);
    const { content } = await importFiles({ 'x.ics': calendar(day) });
    expect([content.holidays.length, content.announcements.length]).toEqual(
      kind === 'holidays' ? [1, 0] : [0, 1],
    );
  });

  it('is all holidays, or all notices, if somebody says so', async () => {
    const file = { 'x.ics': calendar(event('DTSTART;VALUE=DATE:20261208')) };
    expect((await importFiles(file)).content.announcements).toHaveLength(1);
    expect((await importFiles(file, { as: 'holidays' })).content.holidays).toEqual([
      { from: '2026-12-08', title: 'Club', source: 'import/x' },
    ]);
  });

  it('brings what takes place again, without exceptions, and with what stands in for them', async () => {
    const shown = await notices(
      event(
        'DTSTART;TZID=Europe/Madrid:20261124T160000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;TZID=Europe/Madrid:20261201T160000',
      ),
      event(
        'RECURRENCE-ID;TZID=Europe/Madrid:20261208T160000',
        'DTSTART;TZID=Europe/Madrid:20261209T170000',
        'DURATION:PT1H',
      ),
      event(
        'RECURRENCE-ID;TZID=Europe/Madrid:20261215T160000',
        'DTSTART;TZID=Europe/Madrid:20261215T160000',
        'STATUS:CANCELLED',
      ),
      event('DTSTART;VALUE=DATE:20261130', 'RDATE;VALUE=DATE:20261203').replace('UID:1', 'UID:2'),
    );
    expect(shown.sort()).toEqual([
      'Club |  | 2026-11-30T00:00 | 2026-12-01T00:00',
      'Club |  | 2026-12-03T00:00 | 2026-12-04T00:00',
      'Club | 16:00 | 2026-11-24T00:00 | 2026-11-24T17:00',
      'Club | 17:00 | 2026-12-09T00:00 | 2026-12-09T18:00',
    ]);
  });

  it('keeps the local time of its own zone while clocks change', async () => {
    const shown = await notices(
      EASTERN,
      // 16:00 in New York is 21:00 in Madrid, but 22:00 where New York is still on winter time.
      event(
        'DTSTART;TZID=America/New_York:20270305T160000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=5',
      ),
      event(
        'DTSTART;TZID=Eastern Standard Time:20270305T160000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=5',
      ).replace('UID:1', 'UID:2'),
      event('DTSTART:20270305T210000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=5').replace(
        'UID:1',
        'UID:3',
      ),
    );
    const at = (from: number) => shown.slice(from, from + 5).map((line) => line.split(' | ')[1]);
    expect(at(0)).toEqual(['22:00', '22:00', '21:00', '21:00', '22:00']);
    expect(at(5)).toEqual(at(0));
    expect(at(10)).toEqual(['22:00', '22:00', '22:00', '22:00', '23:00']);
  });

  it('brings a repeated day over the end of the year and the leap day, from today on', async () => {
    const school = importSchool();
    const file = {
      'x.ics': calendar(event('DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY;INTERVAL=29')),
    };
    const { content } = await importFiles(file, { today: '2027-12-20' }, school);
    const days = content.announcements.map(({ validFrom }) => validFrom?.slice(0, 10) ?? '');
    expect(days[0] !== undefined && days[0] >= '2027-12-19').toBe(true);
    expect(days.length).toBe(14);
    for (const [index, day] of days.slice(1).entries()) {
      expect(Date.parse(day) - Date.parse(days[index] ?? '')).toBe(29 * 86_400_000);
    }
  });

  it('forgets what the calendar has no more, and nothing else', async () => {
    const first = await importFiles({ 'club.ics': calendar(event('DTSTART;VALUE=DATE:20261208')) });
    const byHand = { id: 'mine', level: 'info' as const, groups: [], title: 'Mine' };
    const before = { ...first.content, announcements: [...first.content.announcements, byHand] };
    const { content } = await importFiles({ 'club.ics': calendar() }, {}, before);
    expect(content.announcements).toEqual([byHand]);
  });

  it('holds no timetable', async () => {
    const { problems } = await importFiles(
      { 'x.ics': calendar(event('DTSTART;VALUE=DATE:20261208')) },
      { as: 'timetable' },
    );
    expect(problems).toEqual(['x.ics, row 4: a calendar holds no timetable']);
  });
});
