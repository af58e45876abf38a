import { beforeEach, describe, expect, it } from 'vitest';
import { assemble } from '../../import/assemble/assemble.js';
import { diffContent } from '../../import/diff-content.js';
import { importSchool } from '../../import/import-files.fixture.js';
import { parseFiles, type SourceFile } from '../../import/parse-files.js';
import { ManualClock } from '../../testing/manual-clock.fixture.js';
import { RefusedError } from '../admin-client.js';
import { CliError } from '../cli-context.js';
import type { Imported } from '../import/importer.js';
import { FolderWatcher } from './folder-watcher.js';
import { MemoryFolder } from './memory-folder.fixture.js';

let folder: MemoryFolder;
let clock: ManualClock;
let log: string[];
let content: ReturnType<typeof importSchool>;
let publishes: number;
let isServerUp: boolean;
let isStoreUp: boolean;
let target: string;
let watcher: FolderWatcher;

async function importFiles(
  files: readonly SourceFile[],
  gone: readonly string[] = [],
): Promise<Imported> {
  if (!isServerUp) throw new CliError('No server answers');
  if (!isStoreUp) throw new RefusedError('unavailable', 'The store is away', []);
  const parsed = await parseFiles(files, content, { today: '2026-11-24' });
  const { content: next, problems } = assemble(content, parsed, { today: '2026-11-24', gone });
  if (problems.some(({ level }) => level === 'error')) return { kind: 'refused', problems };
  const diff = diffContent(content, next);
  if (diff.length === 0) return { kind: 'unchanged', problems, diff };
  content = next;
  publishes += 1;
  return { kind: 'published', problems, diff, revision: `r.${publishes}` };
}

const restart = () => {
  const write = (line: string) => void log.push(line);
  const times = { settleMs: 3000, goneMs: 30_000 };
  watcher = new FolderWatcher({ folder, importFiles, target, clock, log: write, ...times });
};
/** As many looks as a while holds, five seconds apart. */
const pass = async (seconds: number) => {
  for (let at = 0; at < seconds; at += 5) {
    await watcher.look();
    clock.advance(5000);
  }
};
const titles = () => content.announcements.map(({ title }) => title);

beforeEach(() => {
  folder = new MemoryFolder();
  clock = new ManualClock();
  log = [];
  content = importSchool();
  publishes = 0;
  isServerUp = true;
  isStoreUp = true;
  target = 'north';
  restart();
});

describe('a folder that is watched', () => {
  it('publishes what is saved within a minute, and nothing twice', async () => {
    await pass(10);
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    expect(titles()).toEqual(['Fair']);
    expect(folder.status).toMatch(/^notices\.csv: published, revision r\.1, 2026-/);
    await pass(200);
    expect(publishes).toBe(1);
    folder.save('notices.csv', 'title\nPlay\n');
    await pass(15);
    expect(titles()).toEqual(['Play']);
  });

  it('waits for a file that is still being written', async () => {
    for (let size = 1; size < 6; size += 1) {
      folder.save('notices.csv', `title\n${'Fair\n'.repeat(size)}`);
      await watcher.look();
      clock.advance(2000);
    }
    expect(publishes).toBe(0);
    await pass(15);
    expect(titles()).toHaveLength(5);
    expect(publishes).toBe(1);
  });

  it('keeps what it had when a file is wrong or cut off, names the row, and goes on', async () => {
    folder.save('notices.csv', 'title,level\nFair,info\n');
    await pass(15);
    folder.save('notices.csv', 'title,level\nFair,info\nPlay,loud\n');
    folder.save('year.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n');
    folder.save('duty.csv', 'teacher,place,day\nMs Cole,Gate,Mon\n');
    await pass(15);
    expect(titles()).toEqual(['Fair']);
    expect(content.duty).toHaveLength(1);
    expect(folder.status).toMatch(
      /notices\.csv: not published; screens keep what they had\n {2}notices\.csv, row 3, column "level"/,
    );
    expect(folder.status).toMatch(/year\.ics: not published.*\n {2}year\.ics: is cut off/);
    expect(log.filter((line) => line.includes('row 3'))).toHaveLength(1);
    await pass(200);
    expect(log.filter((line) => line.includes('row 3'))).toHaveLength(1);
    folder.save('notices.csv', 'title,level\nFair,info\nPlay,urgent\n');
    await pass(15);
    expect(titles()).toEqual(['Fair', 'Play']);
    expect(folder.status).toMatch(/notices\.csv: published/);
  });

  it('waits for a file that has lost most of what it had, as a copy that has stalled', async () => {
    const all = `title\n${'Fair\n'.repeat(9)}`;
    folder.save('notices.csv', all);
    await pass(15);
    folder.save('notices.csv', 'title\nFair\n');
    restart();
    await pass(20);
    expect(titles()).toHaveLength(9);
    expect(folder.status).toMatch(/notices\.csv: is much shorter than before/);
    folder.save('notices.csv', all);
    await pass(10);
    expect(folder.status).toBe('notices.csv: is again as it was published\n');
    folder.save('notices.csv', 'title\nFair\n');
    await pass(25);
    expect(titles()).toEqual(['Fair']);
    expect(publishes).toBe(2);
  });

  it('has nothing to say of a file that is put back as it was', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    folder.save('notices.csv', 'title,level\nFair,loud\n');
    await pass(15);
    expect(folder.status).toContain('not published');
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    expect(folder.status).toBe('notices.csv: is again as it was published\n');
    expect(publishes).toBe(1);
  });

  it('takes files that need each other in any order, also one after the other', async () => {
    content = importSchool({
      divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
      timetable: { classes: [], lessons: [] },
    });
    folder.save('a-timetable.csv', 'class,day,period,subject\n7A,Mon,1,Art\n');
    await pass(15);
    expect(folder.status).toContain('there are no bells yet');
    folder.save('z-bells.csv', 'period,start,end\n1,8:00,8:45\n');
    await pass(90);
    expect(content.timetable.lessons).toHaveLength(1);
    expect(folder.status).not.toContain('not published');
  });

  it('reads the files of Untis together', async () => {
    folder.save('GPU006.TXT', '"M","Mathematik"\n');
    await pass(15);
    folder.save('GPU001.TXT', '1,"7A","COL","M","11",1,1,,\n');
    await pass(15);
    expect(content.timetable.lessons[0]?.subject).toBe('Mathematik');
  });

  it('imports the files of Untis though another of them is wrong', async () => {
    folder.save('GPU001.TXT', '1,"7A","COL","M","11",1,1,,\n');
    folder.save('GPU009.TXT', '"Gate","COL",1,1\n');
    await pass(15);
    folder.save('GPU009.TXT', '"Gate","COL"\n');
    await pass(15);
    expect(folder.status).toMatch(/GPU009\.TXT: not published/);
    folder.save('GPU001.TXT', '1,"7A","COL","Art","11",1,1,,\n');
    await pass(15);
    expect(content.timetable.lessons[0]?.subject).toBe('Art');
    expect(folder.status).toMatch(/GPU001\.TXT: published/);
  });

  it('says how every file stands after a restart, and nothing of those that are no more', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    folder.save('duty.csv', 'teacher\nMs Cole\n');
    await pass(15);
    expect(folder.status).toMatch(/duty\.csv: not published/);
    folder.remove('duty.csv');
    restart();
    await pass(15);
    expect(folder.status).toBe('notices.csv: is as it was published\n');
    folder.remove('notices.csv');
    restart();
    await pass(15);
    expect(folder.status).toMatch(/^notices\.csv: is gone; screens keep/);
  });

  it('says that all is well again when a file that was locked is as it was', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    folder.locked.add('notices.csv');
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    expect(folder.status).toMatch(/notices\.csv: cannot be read yet: EBUSY/);
    folder.locked.clear();
    await pass(5);
    expect(folder.status).toBe('notices.csv: is again as it was published\n');
  });

  it('says the warnings of a file with that file alone', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    folder.save('old-notices.csv', 'title,colour\nPlay,red\n');
    await pass(15);
    expect(folder.status).toMatch(/^notices\.csv: published.*\nold-notices\.csv: published/);
    expect(folder.status.match(/colour/g)).toHaveLength(1);
  });

  it('remembers what is published when the share comes after it has started', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    const { memory, status } = folder;
    folder.remove('notices.csv');
    Object.assign(folder, { memory: undefined, status: '' });
    restart();
    await pass(15);
    expect([folder.memory, folder.status]).toEqual([undefined, '']);
    // Changed by hand meanwhile; its file did not change, so nobody takes that back.
    content = { ...content, announcements: [] };
    folder.save('notices.csv', 'title\nFair\n');
    Object.assign(folder, { memory, status });
    await pass(15);
    expect(titles()).toEqual([]);
    expect(publishes).toBe(1);
  });

  it('imports everything again where it is told to do so into another school', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    content = importSchool();
    target = 'south';
    restart();
    await pass(15);
    expect(titles()).toEqual(['Fair']);
  });

  it('publishes at its start what was saved while it was down, and nothing else', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    folder.save('duty.csv', 'teacher,place,day\nMs Cole,Gate,Mon\n');
    await pass(15);
    content = { ...content, duty: [] };
    const before = publishes;
    folder.save('notices.csv', 'title\nPlay\n');
    restart();
    await pass(15);
    expect(titles()).toEqual(['Play']);
    // Changed by hand meanwhile; its file did not change, so nobody takes that back.
    expect(content.duty).toEqual([]);
    expect(publishes).toBe(before + 1);
  });

  it('finds what it had published when it died before it could remember', async () => {
    folder.isReadOnly = true;
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    expect(log.join('\n')).toMatch(/cannot be remembered: EROFS/);
    folder.isReadOnly = false;
    restart();
    await pass(15);
    expect(publishes).toBe(1);
    expect(folder.status).toMatch(/^notices\.csv: shown already/);
    folder.memory = '{"publ';
    restart();
    await pass(15);
    expect(publishes).toBe(1);
  });

  it('takes back what a file gave once it is removed, and nothing else', async () => {
    const byHand = { date: '2026-12-18', title: 'Trip' };
    content = { ...content, dayPlans: [byHand], holidays: [{ from: '2026-12-08', title: 'Ours' }] };
    folder.save('notices.csv', 'title\nFair\n');
    folder.save('duty.csv', 'teacher,place,day\nMs Cole,Gate,Mon\n');
    folder.save('dayplans.csv', 'date,schedule\n2026-12-18,short\n2026-11-20,short\n');
    folder.save('holidays.csv', 'title,from\nTheirs,2026-12-08\n');
    await pass(15);
    expect([content.dayPlans.length, content.holidays.length]).toEqual([3, 2]);
    for (const name of ['notices.csv', 'dayplans.csv', 'holidays.csv']) folder.remove(name);
    await pass(20);
    expect(titles()).toEqual(['Fair']);
    expect(folder.status).toMatch(/notices\.csv: is gone; screens keep what it gave for now/);
    await pass(20);
    expect(titles()).toEqual([]);
    expect(content.duty).toHaveLength(1);
    expect(content.holidays).toEqual([{ from: '2026-12-08', title: 'Ours' }]);
    // What is over stays, since days of a cycle are counted from it.
    expect(content.dayPlans).toEqual([
      { date: '2026-11-20', schedule: 'short', source: 'import/dayplans' },
      byHand,
    ]);
    expect(folder.status).toMatch(
      /notices\.csv: was removed; what it gave is taken back, revision/,
    );
  });

  it('takes back what was removed while it was down, once the server is there', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    folder.remove('notices.csv');
    restart();
    isServerUp = false;
    await pass(60);
    expect(titles()).toEqual(['Fair']);
    expect(folder.status).toMatch(/what it gave is still shown\n {2}No server answers/);
    restart();
    isServerUp = true;
    await pass(35);
    expect(titles()).toEqual([]);
    restart();
    await pass(60);
    expect(publishes).toBe(2);
  });

  it('keeps what a file gives that is gone for a moment, as where it is saved anew', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    folder.remove('notices.csv');
    await pass(20);
    folder.save('notices.csv', 'title\nFair\n');
    await pass(60);
    expect(titles()).toEqual(['Fair']);
    expect(folder.status).toBe('notices.csv: is again as it was published\n');
    expect(publishes).toBe(1);
  });

  it('has a file that is renamed give the same, and one of another ending take its place', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    folder.remove('notices.csv');
    folder.save('Notices.tsv', 'title\nPlay\n');
    await pass(15);
    expect(titles()).toEqual(['Play']);
    await pass(40);
    expect(titles()).toEqual(['Play']);
    expect(folder.status).toMatch(/notices\.csv: was removed; Notices\.tsv is in its place/);
    folder.remove('Notices.tsv');
    folder.save('what is new.csv', 'title\nPlay\n');
    await pass(60);
    expect(titles()).toEqual(['Play']);
    expect(content.announcements).toHaveLength(1);
  });

  it('takes nothing back from a folder whose share is not mounted', async () => {
    folder.save('notices.csv', 'title\nFair\n');
    await pass(15);
    const { status } = folder;
    folder.remove('notices.csv');
    folder.status = '';
    await pass(120);
    expect(titles()).toEqual(['Fair']);
    expect(folder.status).toBe('');
    expect(log.at(-1)).toMatch(/The folder is empty, without hallboard-status\.txt/);
    folder.status = status;
    await pass(60);
    expect(titles()).toEqual([]);
  });

  it('goes on when the share is away, or the server', async () => {
    folder.isGone = true;
    await pass(30);
    expect(log.filter((line) => line.includes('the share is away'))).toHaveLength(1);
    folder.isGone = false;
    folder.save('notices.csv', 'title\nFair\n');
    isServerUp = false;
    await pass(30);
    expect(folder.status).toMatch(
      /not published; screens keep what they had\n {2}No server answers/,
    );
    isServerUp = true;
    await pass(5);
    expect(titles()).toEqual(['Fair']);
    expect(log.some((line) => line.endsWith('The folder can be looked at again'))).toBe(true);
    isStoreUp = false;
    folder.save('notices.csv', 'title\nPlay\n');
    await pass(15);
    expect(folder.status).toMatch(/keep what they had\n {2}The store is away/);
    isStoreUp = true;
    await pass(5);
    expect(titles()).toEqual(['Play']);
  });

  it('passes over what is no file to import', async () => {
    for (const name of [
      '.x.csv',
      '~$notices.xlsx',
      'photo.jpg',
      'notices.csv.part',
      'hallboard-status.txt',
    ]) {
      folder.save(name, 'title\nFair\n');
    }
    await pass(15);
    expect(publishes).toBe(0);
    expect(log).toEqual([]);
  });
});
