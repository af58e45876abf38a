import { describe, expect, it } from 'vitest';
import { buildBodies } from './bodies/build-bodies.js';
import { checkContent } from './check-content.js';
import type { SchoolContentInput } from './schema/content-schema.js';
import { WEEKDAYS } from './schema/weekdays.js';

/** Far above the 300 ms that a publish should take, so that only a blunder fails on a busy machine. */
const MAX_CPU_MS = 1500;

/** 40 classes in two divisions, 8 lessons a day, and a page of everything else. */
function bigSchool(): SchoolContentInput {
  const slots = Array.from({ length: 10 }, (_, index) => ({
    key: `p${index}`,
    label: `Lesson ${index}`,
    start: `${String(8 + index).padStart(2, '0')}:00`,
    end: `${String(8 + index).padStart(2, '0')}:45`,
  }));
  const week = { mon: 's', tue: 's', wed: 's', thu: 's', fri: 's' };
  const division = (id: string) => ({ id, name: id, schedules: [{ id: 's', slots }], week });
  const classes = Array.from({ length: 40 }, (_, index) => ({
    id: `c${index}`,
    name: `${5 + Math.floor(index / 5)}${'ABCDE'[index % 5]}`,
    division: index < 20 ? 'lower' : 'upper',
  }));
  const lessons = classes.flatMap(({ id }, index) =>
    WEEKDAYS.slice(0, 5).flatMap((cycleDay, day) =>
      slots.slice(0, 8).map(({ key }, slot) => ({
        class: id,
        cycleDay,
        slot: key,
        subject:
          ['Mathematics', 'English', 'Physics', 'History', 'Sport'][(index + day + slot) % 5] ?? '',
        teacher: `Teacher ${(index * 7 + slot * 3 + day) % 60}`,
        room: `Room ${(index * 5 + slot) % 45}`,
      })),
    ),
  );
  const numbers = Array.from({ length: 20 }, (_, index) => index);
  return {
    school: { name: 'Big School', zone: 'Europe/Madrid', locale: 'en-GB' },
    divisions: [division('lower'), division('upper')],
    timetable: { classes, lessons },
    announcements: numbers.map((number) => ({
      id: `a${number}`,
      title: `Announcement ${number}`,
      body: `The choir meets in room ${number} after lesson 6. Please bring your own folder.`,
    })),
    honours: numbers.map((number) => ({
      id: `h${number}`,
      name: `Pupil ${number}`,
      title: 'Star',
    })),
    duty: numbers.map((number) => ({
      id: `d${number}`,
      cycleDay: WEEKDAYS[number % 5] ?? 'mon',
      teacher: `Teacher ${number}`,
      place: `Gate ${number % 4}`,
    })),
  };
}

describe('a publish', () => {
  it('[SNAP-5] of 40 classes over 36 days is small and cheap', async () => {
    const input: unknown = JSON.parse(JSON.stringify(bigSchool()));
    const publish = async () => {
      const checked = checkContent(input);
      if (!checked.ok) throw new Error(JSON.stringify(checked.violations));
      return buildBodies({
        content: checked.value,
        today: '2026-11-24',
        revision: 'a.1',
        views: [{ layout: 'board', groups: [] }],
      });
    };
    await publish(); // Compiles the code.
    const before = process.cpuUsage();
    const built = await publish();
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000;
    if (built.kind !== 'built') throw new Error(JSON.stringify(built));
    const [body] = built.bodies;
    const kib = (buffer: Buffer | undefined) => `${((buffer?.length ?? 0) / 1024).toFixed(1)} KiB`;
    process.stdout.write(
      `publish of 40 classes x 36 days: ${cpuMs.toFixed(0)} ms CPU, JSON ${kib(body?.json)}, ` +
        `brotli ${kib(body?.brotli)}, gzip ${kib(body?.gzip)}\n`,
    );
    expect(cpuMs).toBeLessThan(MAX_CPU_MS);
  });
});
