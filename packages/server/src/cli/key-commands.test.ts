import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliWorld } from '../testing/cli-world.fixture.js';

let cli: CliWorld;

beforeEach(async () => {
  cli = await CliWorld.start();
});

afterEach(() => cli.close());

describe('hallboard key', () => {
  it('[SEC-1] makes keys, which it prints once, and lists them without', async () => {
    const until = ['--expires', '2027-07-31'];
    const made = ['key', 'create', 'Front office', '--role', 'office', '--school', 'north'];
    const [said, secret = ''] = await cli.run(...made, ...until);
    expect(said).toMatch(/^Created key-[0-9a-f]{16} \(Front office, office\)\./);
    expect((await cli.run('schools', '--key', secret)).length).toBe(2);
    const listed = (await cli.run('key', 'list')).join('\n');
    expect(listed).toMatch(/key-\w+ +Front office +office +north +active +2027-07-31T00:00:00/);
    expect(listed).toMatch(/k1 +test +owner +\(all\) +active +never/);
    expect(listed).not.toContain(secret);
  });

  it('[SEC-4] revokes keys, but not the last that owns everything', async () => {
    const [said = '', secret = ''] = await cli.run('key', 'create', 'Ada', '--role', 'it');
    const id = /key-\w+/.exec(said)?.[0] ?? '';
    expect(await cli.run('key', 'revoke', id)).toEqual([`${id} (Ada) opens nothing now.`]);
    expect(await cli.failure('schools', '--key', secret)).toContain('no administrator key');
    expect(await cli.failure('key', 'revoke', 'k1')).toContain('cannot be revoked');
    expect(await cli.failure('key', 'revoke', 'nobody')).toBe('There is no such key');
  });

  it('[SEC-4] tells a key what its role may not', async () => {
    const { secret } = await cli.server.addKey('office');
    expect(await cli.failure('key', 'list', '--key', secret)).toBe(
      'A key of the role office may not do this. Set HALLBOARD_KEY to a key that may do this.',
    );
  });
});
