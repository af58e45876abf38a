import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failCli, runCli } from '../testing/run-cli.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

let server: TestServer;
let files: Record<string, string>;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
  files = {
    'bells.csv': 'Stunde;Beginn;Ende\n1;8:00;8:45\n2;8:50;9:35\n',
    'plan.csv': 'Klasse;Tag;Stunde;Fach;Lehrer\n7A;Mo;1;Mathe;Ko\n7A;Mo;2;Kunst;Be\n',
  };
});

afterEach(() => server.close());

const world = () => ({ env: { HALLBOARD_URL: server.url, HALLBOARD_KEY: server.adminKey }, files });
const run = async (...args: string[]) =>
  (await runCli(world(), ['import', 'north', ...args])).join('\n');
const failure = (...args: string[]) => failCli(world(), ['import', 'north', ...args]);
const revision = async () => {
  const answer = await server.admin('GET', '/schools');
  return JSON.parse(answer.text).schools[0].revision;
};
const content = async () => JSON.parse((await server.admin('GET', '/schools/north/content')).text);

describe('hallboard import', () => {
  it('says what would change, then changes it in one publish, then has nothing to do', async () => {
    const before = await revision();
    const planned = await run('plan.csv', 'bells.csv', '--dry-run');
    expect(planned).toMatch(
      /^classes: 1 added, 0 changed, 0 removed\n {2}\+ 7a: 7A \(main\)\nbells: 2 added/,
    );
    expect(planned).toMatch(/timetable: 2 added.*\n {2}\+ 7a mon p1: subject Mathe, teacher Ko\n/);
    expect(planned).toMatch(/\nA dry run: nothing was changed\.$/);
    expect(await revision()).toBe(before);

    expect(await run('plan.csv', 'bells.csv')).toMatch(/\nPublished north: revision \S+\.$/);
    const published = await revision();
    expect(published).not.toBe(before);
    expect((await content()).timetable.lessons).toHaveLength(2);
    const { entries } = JSON.parse((await server.admin('GET', '/audit?school=north')).text);
    const history = await runCli(world(), ['history', 'north']);
    expect(history[1]).toMatch(/content: divisions, timetable$/);
    expect(entries[0]).toMatchObject({
      key: { name: 'test' },
      action: 'content.publish',
      summary: `revision ${published}`,
    });

    expect(await run('plan.csv', 'bells.csv')).toBe('north shows all of that already.');
    expect(await revision()).toBe(published);

    files['plan.csv'] = 'Klasse;Tag;Stunde;Fach\n7A;Mo;1;Physik\n';
    expect(await run('plan.csv', '--dry-run')).toContain(
      [
        'timetable: 0 added, 1 changed, 1 removed',
        '  ~ 7a mon p1: subject Mathe, teacher Ko → subject Physik',
        '  - 7a mon p2: subject Kunst, teacher Be',
      ].join('\n'),
    );
  });

  it('changes nothing if one row of one file is wrong, and names it', async () => {
    const before = await revision();
    files['notices.csv'] = 'title,from\nFair,2026-13-01\n';
    expect(await failure('bells.csv', 'plan.csv', 'notices.csv')).toBe(
      'notices.csv, row 2, column "from": "2026-13-01" is neither a date like 2026-11-24 nor a ' +
        'moment like 2026-11-24 16:30\nNothing was changed.',
    );
    expect(await revision()).toBe(before);
  });

  it('publishes on top of what others publish meanwhile, and loses nothing of it', async () => {
    const add = (title: string) => server.admin('POST', '/schools/north/announcements', { title });
    await run('bells.csv');
    const imports = ['a', 'b', 'c'].map(async (name) => {
      files[`${name}.csv`] = `title\nFrom ${name}\n`;
      await run(`${name}.csv`, '--as', 'notices');
    });
    await Promise.all([...imports, add('By hand')]);
    const titles = (await content()).announcements.map(({ title }: { title: string }) => title);
    expect(titles.sort()).toEqual(['By hand', 'From a', 'From b', 'From c']);
  });

  it('[SEC-4] is for an office too, of cover and notices, and of nothing else', async () => {
    await run('bells.csv', 'plan.csv');
    await server.admin('PUT', '/schools/north/content', {
      school: { name: 'North', zone: 'Europe/Madrid', locale: 'en-GB' },
      divisions: (await content()).divisions,
      timetable: { classes: [{ id: '7a', name: '7A', division: 'main' }] },
    });
    const { secret } = await server.addKey('office', { schools: ['north'] });
    files['cover.csv'] = 'date,period,class,teacher\n2026-11-24,1,7A,Mr Haddad\n';
    const office = { ...world(), env: { ...world().env, HALLBOARD_KEY: secret } };
    const said = await runCli(office, ['import', 'north', 'cover.csv']);
    expect(said.at(-1)).toMatch(/^Published north/);
    expect((await content()).cover).toHaveLength(1);
    expect(await failCli(office, ['import', 'north', 'plan.csv'])).toMatch(
      /may not publish this\.[^\n]*\n {2}timetable: is not for the role office to change$/,
    );
  });

  it('takes a mapping, and says what is wrong with one', async () => {
    files['plan.csv'] = 'Kl,Tag,Std.,Was\n7A,1,1,Sport\n';
    files['map.json'] = JSON.stringify({ timetable: { Kl: 'class', Was: 'subject' } });
    expect(await run('bells.csv', 'plan.csv', '--map', 'map.json')).toContain('subject Sport');
    files['map.json'] = JSON.stringify({ lessons: { Kl: 'class' } });
    expect(await failure('plan.csv', '--map', 'map.json')).toMatch(
      /^map.json is no mapping:\n.*lessons/s,
    );
    files['map.json'] = '{';
    expect(await failure('plan.csv', '--map', 'map.json')).toMatch(/^map.json is not JSON: /);
  });

  it('says what a file has no more, and takes it back, also of one that is no more', async () => {
    files['notices.csv'] = 'title\nFair\nPlay\n';
    await run('notices.csv');
    await server.admin('POST', '/schools/north/announcements', { title: 'By hand' });
    files['notices.csv'] = 'title\nFair\n';
    expect(await run('notices.csv', '--dry-run')).toBe(
      'notices: 0 added, 0 changed, 1 removed\n  - title Play, level info\nA dry run: nothing was changed.',
    );
    await run('notices.csv');
    const titles = async () =>
      (await content()).announcements.map(({ title }: { title: string }) => title).sort();
    expect(await titles()).toEqual(['By hand', 'Fair']);
    expect(await run('--take-back', 'notices.csv', '--dry-run')).toBe(
      'notices: 0 added, 0 changed, 1 removed\n  - title Fair, level info\nA dry run: nothing was changed.',
    );
    expect(await titles()).toEqual(['By hand', 'Fair']);
    expect(await run('--take-back', 'notices.csv')).toMatch(/Published north/);
    expect(await titles()).toEqual(['By hand']);
    expect(await run('--take-back', 'notices.csv')).toBe(
      'north shows nothing that such a file gave.',
    );
    expect(await failure()).toBe('Name a file to import, or one to --take-back');
  });

  it('names a file that is not there', async () => {
    expect(await failure('gone.csv')).toMatch(/^gone.csv cannot be read: /);
  });
});
