import { beforeEach, describe, expect, it } from 'vitest';
import { WatchedSchool } from './watched-school.fixture.js';

let world: WatchedSchool;

beforeEach(() => {
  world = new WatchedSchool();
});

describe('what a watched file gave', () => {
  it('takes back what a file gave once it is removed, and nothing else', async () => {
    const byHand = { date: '2026-12-18', title: 'Trip' };
    world.content = {
      ...world.content,
      dayPlans: [byHand],
      holidays: [{ from: '2026-12-08', title: 'Ours' }],
    };
    world.folder.save('notices.csv', 'title\nFair\n');
    world.folder.save('duty.csv', 'teacher,place,day\nMs Cole,Gate,Mon\n');
    world.folder.save('dayplans.csv', 'date,schedule\n2026-12-18,short\n2026-11-20,short\n');
    world.folder.save('holidays.csv', 'title,from\nTheirs,2026-12-08\n');
    await world.pass(15);
    expect([world.content.dayPlans.length, world.content.holidays.length]).toEqual([3, 2]);
    for (const name of ['notices.csv', 'dayplans.csv', 'holidays.csv']) world.folder.remove(name);
    await world.pass(20);
    expect(world.titles()).toEqual(['Fair']);
    expect(world.folder.status).toMatch(/notices\.csv: is gone; screens keep what it gave for now/);
    await world.pass(20);
    expect(world.titles()).toEqual([]);
    expect(world.content.duty).toHaveLength(1);
    expect(world.content.holidays).toEqual([{ from: '2026-12-08', title: 'Ours' }]);
    // What is over stays, since days of a cycle are counted from it.
    expect(world.content.dayPlans).toEqual([
      { date: '2026-11-20', schedule: 'short', source: 'import/dayplans' },
      byHand,
    ]);
    expect(world.folder.status).toMatch(
      /notices\.csv: was removed; what it gave is taken back, revision/,
    );
  });

  it('takes back what was removed while it was down, once the server is there', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    world.folder.remove('notices.csv');
    world.restart();
    world.isServerUp = false;
    await world.pass(60);
    expect(world.titles()).toEqual(['Fair']);
    expect(world.folder.status).toMatch(/what it gave is still shown\n {2}No server answers/);
    world.restart();
    world.isServerUp = true;
    await world.pass(35);
    expect(world.titles()).toEqual([]);
    world.restart();
    await world.pass(60);
    expect(world.publishes).toBe(2);
  });

  it('keeps what a file gives that is gone for a moment, as where it is saved anew', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    world.folder.remove('notices.csv');
    await world.pass(20);
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(60);
    expect(world.titles()).toEqual(['Fair']);
    expect(world.folder.status).toBe('notices.csv: is again as it was published\n');
    expect(world.publishes).toBe(1);
  });

  it('has a file that is renamed give the same, and one of another ending take its place', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    world.folder.remove('notices.csv');
    world.folder.save('Notices.tsv', 'title\nPlay\n');
    await world.pass(15);
    expect(world.titles()).toEqual(['Play']);
    await world.pass(40);
    expect(world.titles()).toEqual(['Play']);
    expect(world.folder.status).toMatch(/notices\.csv: was removed; Notices\.tsv is in its place/);
    world.folder.remove('Notices.tsv');
    world.folder.save('what is new.csv', 'title\nPlay\n');
    await world.pass(60);
    expect(world.titles()).toEqual(['Play']);
    expect(world.content.announcements).toHaveLength(1);
  });

  it('takes nothing back from a folder whose share is not mounted', async () => {
    world.folder.save('notices.csv', 'title\nFair\n');
    await world.pass(15);
    const { status } = world.folder;
    world.folder.remove('notices.csv');
    world.folder.status = '';
    await world.pass(120);
    expect(world.titles()).toEqual(['Fair']);
    expect(world.folder.status).toBe('');
    expect(world.log.at(-1)).toMatch(/The folder is empty, without hallboard-status\.txt/);
    world.folder.status = status;
    await world.pass(60);
    expect(world.titles()).toEqual([]);
  });
});
