import { beforeEach, describe, expect, it, vi } from 'vitest';
import { importSchool } from '../../import/import-files.fixture.js';
import { WatchedSchool } from './watched-school.fixture.js';

let world: WatchedSchool;

beforeEach(() => {
  world = new WatchedSchool();
});

describe('a folder that is watched', () => {
  it('publishes what is saved within a minute, and nothing twice', async () => {
    await world.pass(10);
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    expect(world.titles()).toEqual(['Fair']);
    expect(world.folder.status).toMatch(/^notices\.csv: published, revision r\.1, 2026-/);
    await world.pass(200);
    expect(world.publishes).toBe(1);
    world.folder.save('notices.csv', 'title\nPlay\n');
    await world.pass(15);
    expect(world.titles()).toEqual(['Play']);
  });

  it('waits for a file that is still being written', async () => {
    for (let size = 1; size < 6; size += 1) {
      world.folder.save('notices.csv', `title\n${'Fair\n'.repeat(size)}`);
      await world.watcher.look();
      world.clock.advance(2000);
    }
    expect(world.publishes).toBe(0);
    await world.pass(15);
    expect(world.titles()).toHaveLength(5);
    expect(world.publishes).toBe(1);
  });

  it('leaves a file alone that is longer when it is read than when it was listed', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(5);
    const longer = new TextEncoder().encode('title\nFair\nPl');
    vi.spyOn(world.folder, 'read').mockResolvedValueOnce(longer);
    await world.watcher.look();
    expect(world.publishes).toBe(0);
    await world.watcher.look();
    expect(world.titles()).toEqual(['Fair']);
  });

  it('keeps what it had when a file is wrong or cut off, names the row, and goes on', async () => {
    world.folder.save('notices.csv', 'title,level\nFair,info\n');
    await world.pass(15);
    world.folder.save('notices.csv', 'title,level\nFair,info\nPlay,loud\n');
    world.folder.save('year.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n');
    world.folder.save('duty.csv', 'teacher,place,day\nMs Cole,Gate,Mon\n');
    await world.pass(15);
    expect(world.titles()).toEqual(['Fair']);
    expect(world.content.duty).toHaveLength(1);
    expect(world.folder.status).toMatch(
      /notices\.csv: not published; screens keep what they had\n {2}notices\.csv, row 3, column "level"/,
    );
    expect(world.folder.status).toMatch(/year\.ics: not published.*\n {2}year\.ics: is cut off/);
    expect(world.log.filter((line) => line.includes('row 3'))).toHaveLength(1);
    await world.pass(200);
    expect(world.log.filter((line) => line.includes('row 3'))).toHaveLength(1);
    world.folder.save('notices.csv', 'title,level\nFair,info\nPlay,urgent\n');
    await world.pass(15);
    expect(world.titles()).toEqual(['Fair', 'Play']);
    expect(world.folder.status).toMatch(/notices\.csv: published/);
  });

  it('waits for a file that has lost most of what it had, as a copy that has stalled', async () => {
    const all = `title\n${'Fair\n'.repeat(9)}`;
    world.folder.save('notices.csv', all);
    await world.pass(15);
    world.folder.save('notices.csv', 'title\nFair\n');
    world.restart();
    await world.pass(20);
    expect(world.titles()).toHaveLength(9);
    expect(world.folder.status).toMatch(/notices\.csv: is much shorter than before/);
    world.folder.save('notices.csv', all);
    await world.pass(10);
    expect(world.folder.status).toBe('notices.csv: is again as it was published\n');
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(25);
    expect(world.titles()).toEqual(['Fair']);
    expect(world.publishes).toBe(2);
  });

  it('has nothing to say of a file that is put back as it was', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    world.folder.save('notices.csv', 'title,level\nFair,loud\n');
    await world.pass(15);
    expect(world.folder.status).toContain('not published');
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    expect(world.folder.status).toBe('notices.csv: is again as it was published\n');
    expect(world.publishes).toBe(1);
  });

  it('takes files that need each other in any order, also one after the other', async () => {
    world.content = importSchool({
      divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
      timetable: { classes: [], lessons: [] },
    });
    world.folder.save('a-timetable.csv', 'class,day,period,subject\n7A,Mon,1,Art\n');
    await world.pass(15);
    expect(world.folder.status).toContain('there are no bells yet');
    world.folder.save('z-bells.csv', 'period,start,end\n1,8:00,8:45\n');
    await world.pass(90);
    expect(world.content.timetable.lessons).toHaveLength(1);
    expect(world.folder.status).not.toContain('not published');
  });

  it('reads the files of Untis together', async () => {
    world.folder.save('GPU006.TXT', '"M","Mathematik"\n');
    await world.pass(15);
    world.folder.save('GPU001.TXT', '1,"7A","COL","M","11",1,1,,\n');
    await world.pass(15);
    expect(world.content.timetable.lessons[0]?.subject).toBe('Mathematik');
  });

  it('imports the files of Untis though another of them is wrong', async () => {
    world.folder.save('GPU001.TXT', '1,"7A","COL","M","11",1,1,,\n');
    world.folder.save('GPU009.TXT', '"Gate","COL",1,1\n');
    await world.pass(15);
    world.folder.save('GPU009.TXT', '"Gate","COL"\n');
    await world.pass(15);
    expect(world.folder.status).toMatch(/GPU009\.TXT: not published/);
    world.folder.save('GPU001.TXT', '1,"7A","COL","Art","11",1,1,,\n');
    await world.pass(15);
    expect(world.content.timetable.lessons[0]?.subject).toBe('Art');
    expect(world.folder.status).toMatch(/GPU001\.TXT: published/);
  });

  it('says how every file stands after a restart, and nothing of those that are no more', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    world.folder.save('duty.csv', 'teacher\nMs Cole\n');
    await world.pass(15);
    expect(world.folder.status).toMatch(/duty\.csv: not published/);
    world.folder.remove('duty.csv');
    world.restart();
    await world.pass(15);
    expect(world.folder.status).toBe('notices.csv: is as it was published\n');
    world.folder.remove('notices.csv');
    world.restart();
    await world.pass(15);
    expect(world.folder.status).toMatch(/^notices\.csv: is gone; screens keep/);
  });

  it('says that all is well again when a file that was locked is as it was', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    world.folder.locked.add('notices.csv');
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    expect(world.folder.status).toMatch(/notices\.csv: cannot be read yet: EBUSY/);
    world.folder.locked.clear();
    await world.pass(5);
    expect(world.folder.status).toBe('notices.csv: is again as it was published\n');
  });

  it('says the warnings of a file with that file alone', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    world.folder.save('old-notices.csv', 'title,colour\nPlay,red\n');
    await world.pass(15);
    expect(world.folder.status).toMatch(/^notices\.csv: published.*\nold-notices\.csv: published/);
    expect(world.folder.status.match(/colour/g)).toHaveLength(1);
  });

  it('remembers what is published when the share comes after it has started', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    const { memory, status } = world.folder;
    world.folder.remove('notices.csv');
    Object.assign(world.folder, { memory: undefined, status: '' });
    world.restart();
    await world.pass(15);
    expect([world.folder.memory, world.folder.status]).toEqual([undefined, '']);
    // Changed by hand meanwhile; its file did not change, so nobody takes that back.
    world.content = { ...world.content, announcements: [] };
    world.folder.save('notices.csv', 'title\nFair\n');
    Object.assign(world.folder, { memory, status });
    await world.pass(15);
    expect(world.titles()).toEqual([]);
    expect(world.publishes).toBe(1);
  });

  it('imports everything again where it is told to do so into another school', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    world.content = importSchool();
    world.target = 'south';
    world.restart();
    await world.pass(15);
    expect(world.titles()).toEqual(['Fair']);
  });

  it('publishes at its start what was saved while it was down, and nothing else', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    world.folder.save('duty.csv', 'teacher,place,day\nMs Cole,Gate,Mon\n');
    await world.pass(15);
    world.content = { ...world.content, duty: [] };
    const before = world.publishes;
    world.folder.save('notices.csv', 'title\nPlay\n');
    world.restart();
    await world.pass(15);
    expect(world.titles()).toEqual(['Play']);
    // Changed by hand meanwhile; its file did not change, so nobody takes that back.
    expect(world.content.duty).toEqual([]);
    expect(world.publishes).toBe(before + 1);
  });

  it('finds what it had published when it died before it could remember', async () => {
    world.folder.isReadOnly = true;
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    expect(world.log.join('\n')).toMatch(/cannot be remembered: EROFS/);
    world.folder.isReadOnly = false;
    world.restart();
    await world.pass(15);
    expect(world.publishes).toBe(1);
    expect(world.folder.status).toMatch(/^notices\.csv: shown already/);
    world.folder.memory = '{"publ';
    world.restart();
    await world.pass(15);
    expect(world.publishes).toBe(1);
  });

  it('goes on when the share is away, or the server', async () => {
    world.folder.isGone = true;
    await world.pass(30);
    expect(world.log.filter((line) => line.includes('the share is away'))).toHaveLength(1);
    world.folder.isGone = false;
    world.folder.save('notices.csv', 'title\nFair\n');
    world.isServerUp = false;
    await world.pass(30);
    expect(world.folder.status).toMatch(
      /not published; screens keep what they had\n {2}No server answers/,
    );
    world.isServerUp = true;
    await world.pass(5);
    expect(world.titles()).toEqual(['Fair']);
    expect(world.log.some((line) => line.endsWith('The folder can be looked at again'))).toBe(true);
    world.isStoreUp = false;
    world.folder.save('notices.csv', 'title\nPlay\n');
    await world.pass(15);
    expect(world.folder.status).toMatch(/keep what they had\n {2}The store is away/);
    world.isStoreUp = true;
    await world.pass(5);
    expect(world.titles()).toEqual(['Play']);
  });

  it('passes over what is no file to import', async () => {
    for (const name of [
      '.x.csv',
      '~$notices.xlsx',
      'photo.jpg',
      'notices.csv.part',
      'hallboard-status.txt',
    ]) {
      world.folder.save(name, 'title\nFair\n');
    }
    await world.pass(15);
    expect(world.publishes).toBe(0);
    expect(world.log).toEqual([]);
  });
});
