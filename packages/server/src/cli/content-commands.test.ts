import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentInput } from '../content/content.fixture.js';
import { CliWorld } from '../testing/cli-world.fixture.js';
import { runCli } from '../testing/run-cli.fixture.js';

const DATE = '2026-11-24';

let cli: CliWorld;

beforeEach(async () => {
  cli = await CliWorld.start();
  await cli.server.admin('PUT', '/schools/north/content', {
    ...contentInput({ cover: [], media: [] }),
    dayTemplates: [{ id: 'early', title: 'Early closing', schedules: { main: 'short' } }],
  });
});

afterEach(() => cli.close());

describe('hallboard cover', () => {
  it('adds, lists and removes the changed lessons of a date', async () => {
    const lesson = ['--class', '7a', '--slot', 'p1'];
    const people = ['--teacher', 'Mr Haddad', '--absent', 'Ms Cole'];
    const [said = ''] = await cli.run('cover', 'add', 'north', DATE, ...lesson, ...people);
    const id = /^Added (cover-\w+): revision \w+\.\d+\.$/.exec(said)?.[1] ?? '';
    const listed = (await cli.run('cover', 'list', 'north', DATE)).join('\n');
    expect(listed).toMatch(new RegExp(`${id} +7a +p1 +cover +Ms Cole +Mr Haddad +- +-`));
    expect((await cli.run('cover', 'remove', 'north', DATE, id))[0]).toMatch(/^Removed cover-\w+:/);
    expect(await cli.run('cover', 'list', 'north', DATE)).toHaveLength(1);
    expect(
      await cli.failure('cover', 'add', 'north', DATE, '--class', '9z', '--slot', 'p1'),
    ).toMatch(/cover\[0\]\.class: there is no class 9z/);
  });

  it('replaces those of a date by a file', async () => {
    const env = { HALLBOARD_URL: cli.server.url, HALLBOARD_KEY: cli.server.adminKey };
    const list = [{ class: '7a', slot: 'p1', kind: 'cancelled' }];
    const files = { 'cover.json': JSON.stringify(list) };
    for (let time = 0; time < 2; time += 1) {
      const said = await runCli({ env, files }, ['cover', 'set', 'north', DATE, 'cover.json']);
      expect(said[0]).toMatch(/^Published the cover of 2026-11-24: revision \w+\.\d+\.$/);
    }
    expect(await cli.run('cover', 'list', 'north', DATE)).toHaveLength(2);
  });
});

describe('hallboard day', () => {
  it('puts a template on a date, lists it, and takes it away', async () => {
    expect((await cli.run('day', 'set', 'north', DATE, 'early'))[0]).toMatch(
      /^Planned 2026-11-24:/,
    );
    await cli.run('day', 'set', 'north', DATE, '--division', 'main', '--title', 'Trip');
    const listed = (await cli.run('day', 'list', 'north')).join('\n');
    expect(listed).toMatch(/early +Early closing/);
    expect(listed).toMatch(/2026-11-24 +\(all\) +early +- +- +-/);
    expect(listed).toMatch(/2026-11-24 +main +- +- +- +Trip/);
    expect((await cli.run('day', 'clear', 'north', DATE, '--division', 'main'))[0]).toMatch(
      /^Cleared 2026-11-24:/,
    );
    await cli.run('day', 'clear', 'north', DATE);
    expect(await cli.failure('day', 'clear', 'north', DATE)).toBe('There is no such day plan');
    expect(await cli.failure('day', 'set', 'north', DATE, 'exam')).toContain(
      'no day template exam',
    );
  });
});

describe('hallboard history', () => {
  it('lists publishes, and returns to one in one call', async () => {
    const announcements = async () =>
      JSON.parse((await cli.run('content', 'north')).join('\n')).announcements;
    const [fair] = await announcements();
    await cli.run('notice', 'remove', 'north', 'fair');
    const [heading, newest = '', before = ''] = await cli.run('history', 'north');
    expect(heading).toMatch(/^REVISION +AT +BY +WHAT$/);
    expect(newest).toMatch(/2026-11-24T\S+ +test +announcement fair$/);
    const earlier = before.split(' ')[0] ?? '';
    const [said] = await cli.run('return', 'north', earlier);
    expect(said).toMatch(
      new RegExp(`^north shows what it did at ${earlier}: revision \\w+\\.\\d+`),
    );
    expect(await announcements()).toEqual([fair]);
    expect(await cli.failure('return', 'north', 'other.1')).toBe(
      'There is no such publish in the history of this school',
    );
  });
});
