import type { MediaRef } from '@hallboard/shared';
import { expect, it } from 'vitest';
import { viewAt } from './ui/view.fixture.js';
import { withFiles } from './with-files.js';

const fileOf = (id: string): MediaRef => ({ hash: id, mimeType: 'image/png', bytes: 1 });
const item = (id: string) => ({
  id,
  groups: [],
  kind: 'image' as const,
  file: fileOf(id),
  durationMs: 10_000,
});

it('[STORE-4] asks for the addresses of what is shown now or next, and of no other', () => {
  const asked: string[] = [];
  const view = viewAt('08:12', {
    school: { logo: fileOf('logo') },
    snapshot: {
      media: ['a', 'b', 'c', 'd', 'e'].map(item),
      honours: [{ id: 'h', groups: [], name: 'N', title: 'T', photo: fileOf('photo') }],
    },
  });
  const { files } = withFiles(view, (hash) => {
    asked.push(hash);
    return hash === 'photo' ? undefined : `blob:${hash}`;
  }) as typeof view;
  expect(asked).toHaveLength(4);
  expect(asked).toEqual(expect.arrayContaining(['logo', 'photo']));
  expect(files).toMatchObject({ logo: 'blob:logo' });
  expect(files).not.toHaveProperty('photo');
});
