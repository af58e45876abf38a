import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliWorld } from '../testing/cli-world.fixture.js';

let cli: CliWorld;

beforeEach(async () => {
  cli = await CliWorld.start();
});

afterEach(() => cli.close());

const change = (...options: string[]) => cli.run('screen', 'change', 'north', 'hall', ...options);
const stored = (id = 'hall') => cli.server.store.screen(id);

describe('hallboard screen', () => {
  it('[TIME-6] is silent until its sound is switched on, and again once it is off', async () => {
    expect((await stored())?.info.sound.on).toBe(false);
    expect(await change('--sound', '60')).toEqual(['Changed hall: sound.']);
    expect((await stored())?.info.sound).toEqual({ on: true, volume: 0.6 });
    await change('--sound', 'off');
    expect((await stored())?.info.sound.on).toBe(false);
  });

  it('[TIME-5] has night hours, and has them taken away', async () => {
    await change('--night', '21:30-06:00');
    expect((await stored())?.info.nightHours).toEqual({ from: '21:30', until: '06:00' });
    await change('--no-night');
    expect((await stored())?.info.nightHours).toBeUndefined();
  });

  it('changes what is named, takes away what is no more, and leaves the rest', async () => {
    await change('--name', 'Great hall', '--layout', 'media', '--group', 'staff', 'east');
    await change('--room', '12', '--division', 'main');
    expect(await stored()).toMatchObject({
      view: { layout: 'media', groups: ['east', 'staff'] },
      info: { name: 'Great hall', focus: { kind: 'room', room: '12' }, division: 'main' },
    });
    const said = await change('--no-group', '--no-focus', '--no-division');
    expect(said).toEqual(['Changed hall: groups, division, focus.']);
    const { info, view } = (await stored()) ?? {};
    expect(view).toEqual({ layout: 'media', groups: [] });
    expect([info?.name, info?.focus, info?.division]).toEqual(['Great hall', undefined, undefined]);
  });

  it('is added with all of that', async () => {
    const options = ['--room', '12', '--sound', '100', '--night', '20:00-07:00'];
    await cli.run('screen', 'add', 'north', 'Gym', '--id', 'gym', ...options);
    expect((await stored('gym'))?.info).toMatchObject({
      name: 'Gym',
      focus: { kind: 'room', room: '12' },
      sound: { on: true, volume: 1 },
      nightHours: { from: '20:00', until: '07:00' },
    });
  });

  it('says what is wrong with what is asked', async () => {
    const failure = (...options: string[]) =>
      cli.failure('screen', 'change', 'north', 'hall', ...options);
    expect(await failure()).toBe('Say what to change; --help shows how.');
    expect(await failure('--night', '25:00-06:00')).toMatch(/nightHours/);
    await expect(change('--sound', '0')).rejects.toThrow('must be off, or a whole number from 1');
    await expect(change('--night', 'late')).rejects.toThrow('must be two times like 21:30-06:00');
    await expect(change('--class', '7a', '--room', '1')).rejects.toThrow('cannot be used with');
  });
});
