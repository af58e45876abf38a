import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PNG, SAMPLES, soundFile, VIDEO } from '../testing/media-samples.fixture.js';
import { failCli, runCli } from '../testing/run-cli.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';

let server: TestServer;
/** The files that the commands can read. */
let files: Record<string, string | Buffer>;
let env: Record<string, string>;

beforeEach(async () => {
  server = await TestServer.start();
  await server.addSchool('north', 'hall');
  files = {};
  env = { HALLBOARD_URL: server.url, HALLBOARD_KEY: server.adminKey };
});

afterEach(() => server.close());

const run = (...args: string[]) => runCli({ env, files }, args);
const failure = (...args: string[]) => failCli({ env, files }, args);

describe('hallboard', () => {
  it('adds schools and screens, and prints the address of a screen once', async () => {
    const added = await run('school', 'add', 'École São Tomé', '--zone', 'Europe/Paris');
    expect(added[0]).toBe('Added school ecole-sao-tome (École São Tomé, Europe/Paris).');
    const screen = await run('screen', 'add', 'ecole-sao-tome', 'Entrance', '--layout', 'portrait');
    const address = screen.find((line) => line.startsWith('http'));
    expect(address).toMatch(new RegExp(`^${server.url}/screen#[\\w-]{43}$`));
    const listed = (await run('screens')).join('\n');
    expect(listed).toMatch(/ecole-sao-tome +\S+ +Entrance +portrait +- +unbound/);
    expect(listed).toMatch(/north +hall/);
    expect(listed).not.toContain(address?.split('#')[1]);
    expect(await run('screens', 'north')).toHaveLength(2);
    expect((await run('schools')).join('\n')).toContain('École São Tomé');
  });

  it('[WS-2] asks a screen to reload or to identify itself', async () => {
    for (const name of ['reload', 'identify']) {
      const [line] = await run('screen', name, 'north', 'hall');
      expect(line).toMatch(new RegExp(`^Asked hall to ${name}\\.`));
    }
    expect(await failure('screen', 'reload', 'north', 'attic')).toContain('no such screen');
  });

  it('[ALERT-1] sets, lists and clears alerts, for one school or for all', async () => {
    const where = ['--school', 'north'];
    const [said] = await run('alert', 'set', 'lockdown', 'Lockdown', '--minutes', '5', ...where);
    const id = /^Set (alert-\w+) \(lockdown\) until 2026-11-24T08:05/.exec(said ?? '')?.[1] ?? '';
    await run('alert', 'set', 'weather', 'Storm', '--drill', '--group', 'yard', ...where);
    const listed = (await run('alert', 'list', ...where)).join('\n');
    expect(listed).toMatch(new RegExp(`${id} +lockdown +Lockdown +- +2026`));
    expect(listed).toMatch(/weather \(drill\) +Storm +yard/);
    expect(await run('alert', 'clear', id, ...where)).toEqual([`Cleared ${id}.`]);
    expect(await failure('alert', 'clear', id, ...where)).toContain('no such alert');
    await run('alert', 'set', 'evacuate', 'Leave', '--all');
    expect((await run('alert', 'list', '--all')).join('\n')).toMatch(/evacuate +Leave +all sch/);
    expect(await failure('alert', 'set', 'evacuate', 'Leave')).toContain('--all');
    expect(await failure('alert', 'set', 'evacuate', 'X', '--all', '--minutes', '0')).toContain(
      '--minutes',
    );
  });

  it('adds, lists and removes announcements one at a time', async () => {
    const [said] = await run('notice', 'add', 'north', 'Fair', '--until', '2026-12-01T15:00');
    const id = /^Added (notice-\w+): revision \w+\.\d+\.$/.exec(said ?? '')?.[1] ?? '';
    await run('notice', 'add', 'north', 'Boots', '--level', 'warning', '--group', 'yard');
    const listed = (await run('notice', 'list', 'north')).join('\n');
    expect(listed).toMatch(new RegExp(`${id} +info +Fair +- +- +2026-12-01T15:00`));
    expect(listed).toMatch(/warning +Boots +yard/);
    expect((await run('notice', 'remove', 'north', id))[0]).toMatch(/^Removed notice-\w+: rev/);
    expect(await run('notice', 'list', 'north')).toHaveLength(2);
    expect(await failure('notice', 'add', 'north', '')).toContain('title');
  });

  it('[OBS-3] says how the screens are doing', async () => {
    expect((await run('status')).join('\n')).toMatch(/north +0 +0 +0 +1\nALL +0 +0 +0 +1/);
    expect((await run('status', 'north')).join('\n')).toMatch(/hall +hall +never +- +-/);
  });

  it('prints the content of a school, to be changed and published', async () => {
    files['content.json'] = (await run('content', 'north')).join('\n');
    const [line] = await run('publish', 'north', 'content.json');
    expect(line).toMatch(/^Published north: revision \w+\.\d+\.$/);
  });

  it('names file, path and violation of content that is refused', async () => {
    const content = JSON.parse((await run('content', 'north')).join('\n'));
    content.announcements = [{ id: 'n1', level: 'loud', title: '' }];
    files['bad.json'] = JSON.stringify(content);
    const message = await failure('publish', 'north', 'bad.json');
    expect(message).toMatch(/^bad.json: The content has 2 problems/);
    expect(message).toMatch(/\n {2}announcements\[0\]\.level: /);
    expect(message).toMatch(/\n {2}announcements\[0\]\.title: /);
  });

  it('publishes only on top of the revision that is given', async () => {
    files['content.json'] = (await run('content', 'north')).join('\n');
    const message = await failure('publish', 'north', 'content.json', '--if-match', 'other.1');
    expect(message).toMatch(/^The current revision is \w+\.\d+$/);
  });

  it.each([
    ['with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['in UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('publishes a file that Windows has saved %s', async (_, saved) => {
    files['content.json'] = saved((await run('content', 'north')).join('\n'));
    expect((await run('publish', 'north', 'content.json'))[0]).toMatch(/^Published north: /);
  });

  it('says what is wrong with a file', async () => {
    expect(await failure('publish', 'north', 'gone.json')).toMatch(/^gone.json cannot be read: /);
    files['half.json'] = '{"school":';
    expect(await failure('publish', 'north', 'half.json')).toMatch(/^half.json is not JSON: /);
  });

  it('switches realtime, for all and for one school', async () => {
    await run('flag', 'realtime', 'on');
    expect((await server.store.flags()).fallback).toBe('on');
    await run('flag', 'realtime', 'off', '--school', 'north');
    expect((await server.store.school('north'))?.realtime).toBe('off');
    expect(await failure('flag', 'realtime', 'on', '--school', 'west')).toBe(
      'There is no such school',
    );
  });

  it('[BIND-4] unbinds, readmits, rotates and revokes a screen', async () => {
    const screen = () => server.store.screen('hall');
    await server.store.claimScreen('hall', 'tv');
    await run('screen', 'unbind', 'north', 'hall');
    expect((await screen())?.barredDeviceId).toBe('tv');
    await run('screen', 'readmit', 'north', 'hall');
    expect((await screen())?.barredDeviceId).toBeUndefined();
    const before = (await screen())?.tokenHash;
    const [, address] = await run('screen', 'rotate', 'north', 'hall');
    expect(address).toMatch(new RegExp(`^${server.url}/screen#[\\w-]{43}$`));
    expect((await screen())?.tokenHash).not.toBe(before);
    await run('screen', 'revoke', 'north', 'hall');
    expect((await screen())?.revokedAtMs).toBeDefined();
    expect(await failure('screen', 'unbind', 'north', 'attic')).toBe('There is no such screen');
  });

  it('[BIND-5] gives a screen to the device that shows a code', async () => {
    const headers = { authorization: `Bearer ${'s'.repeat(43)}` };
    const at = `${server.url}/api/display/pairings`;
    const { code } = await (await fetch(at, { method: 'POST', headers })).json();
    const hall = ['--school', 'north', '--screen', 'hall'];
    expect(await failure('pair', 'CCCCCC', ...hall)).toBe('No device shows this code now');
    await run('pair', code, ...hall);
    expect(await (await fetch(at, { headers })).json()).toMatchObject({ state: 'approved' });
  });

  it('[SEC-2] says whose pages may show the screens of a school', async () => {
    await run('school', 'embed', 'north', 'https://www.north.example', 'http://intranet:8080');
    const origins = async () => (await server.store.school('north'))?.embedOrigins;
    expect(await origins()).toEqual(['https://www.north.example', 'http://intranet:8080']);
    expect(await failure('school', 'embed', 'north', 'north.example')).toContain('origins[0]');
    await run('school', 'embed', 'north');
    expect(await origins()).toBeUndefined();
  });

  it('[BIND-3] lets several devices show the screens of a school', async () => {
    await run('flag', 'multi-device', 'north', 'on');
    expect((await server.store.school('north'))?.multiDevice).toBe(true);
    expect(await failure('flag', 'multi-device', 'north', 'maybe')).toContain('multiDevice');
  });

  it('uploads, lists and removes the files of a school', async () => {
    const bell = soundFile('tone.mp3');
    Object.assign(files, { 'logos/logo.png': PNG, 'clip.mp4': VIDEO, 'bell.mp3': bell });
    const added = await run('media', 'add', 'north', 'logos/logo.png', 'clip.mp4', 'bell.mp3');
    expect(added.map((line) => line.replace(/[0-9a-f]{64}/, '…'))).toEqual([
      `logo.png: {"hash":"…","mimeType":"image/png","bytes":${PNG.length}}`,
      `clip.mp4: {"hash":"…","mimeType":"video/mp4","bytes":${VIDEO.length}}`,
      `bell.mp3: {"hash":"…","mimeType":"audio/mpeg","bytes":${bell.length}}`,
    ]);
    const logo = JSON.parse(added[0]?.replace('logo.png: ', '') ?? '');
    const content = JSON.parse((await run('content', 'north')).join('\n'));
    content.school.logo = logo;
    content.bells = { sounds: { period: JSON.parse(added[2]?.replace('bell.mp3: ', '') ?? '') } };
    files['content.json'] = JSON.stringify(content);
    await run('publish', 'north', 'content.json');
    const listed = (await run('media', 'list', 'north')).join('\n');
    expect(listed).toMatch(new RegExp(`${logo.hash} +image/png +${PNG.length} +yes`));
    const [clip = ''] = /[0-9a-f]{64}(?= +video)/.exec(listed) ?? [];
    expect(await run('media', 'remove', 'north', clip)).toEqual([`Removed ${clip}.`]);
    expect(await failure('media', 'remove', 'north', logo.hash)).toContain('refers to this file');
    expect(await run('media', 'list', 'north')).toHaveLength(3);
  });

  it('names the file that is refused, and why', async () => {
    files['logo.svg'] = SAMPLES.svg;
    expect(await failure('media', 'add', 'north', 'logo.svg')).toMatch(/^logo.svg: SVG can hold/);
    expect(await failure('media', 'add', 'north', 'gone.png')).toMatch(
      /^gone.png cannot be read: /,
    );
  });

  it('takes the address of a server as a browser shows it', async () => {
    env.HALLBOARD_URL = `${server.url}/screen`;
    expect((await run('schools')).join()).toContain('north');
  });

  it('says so where no server answers, or another kind of server', async () => {
    env.HALLBOARD_URL = 'http://127.0.0.1:1';
    expect(await failure('schools')).toMatch(
      /^No server answers at http:\/\/127.0.0.1:1 \(bad port\)/,
    );
    // Without its scheme it would parse, as an address of the scheme `localhost:`.
    env.HALLBOARD_URL = 'localhost:8080';
    expect(await failure('schools')).toMatch(/^HALLBOARD_URL localhost:8080 is no address/);
    expect(await failure('schools', '--server', 'here')).toBe(
      '--server here is no address such as http://localhost:8080',
    );
    expect(await failure('schools', '--server', server.url.replace('http:', 'https:'))).toMatch(
      /^No server answers at https:\S+ \(ERR_SSL_\w+\)\. Start it/,
    );
  });

  it('tells a certificate that is not trusted from a server that is away', async () => {
    const untrusted = Object.assign(new Error('self-signed certificate'), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: untrusted }));
    const told = await failCli({ env, fetch }, ['schools']);
    expect(told).toMatch(/^The certificate of http\S+ is not trusted here \(DEPTH_ZERO/);
    expect(told).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('says its version', async () => {
    await expect(run('--version')).rejects.toMatchObject({ code: 'commander.version' });
  });

  it('finds the key of a server on this machine, and says where it looked', async () => {
    delete env.HALLBOARD_KEY;
    env.DATA_DIR = '/var/lib/hallboard';
    expect(await failure('schools')).toContain('/var/lib/hallboard/admin.key');
    files['/var/lib/hallboard/admin.key'] = `${server.adminKey}\n`;
    expect((await run('schools')).length).toBe(2);
    expect(await failure('schools', '--key', 'wrong')).toBe(
      'This is no administrator key of this server. Set HALLBOARD_KEY to a key that may do this.',
    );
  });
});
