import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentInput } from './content.fixture.js';
import { publishing } from './publisher.fixture.js';

const SCHOOL = contentInput().school;

/** Publishes cover for an absent teacher to a public board and a board of the staff. */
async function published(school: Partial<typeof SCHOOL> = {}) {
  const { publisher, store } = await publishing();
  onTestFinished(() => store.close());
  await publisher.addScreen('riverside', { name: 'Entrance' });
  await publisher.addScreen('riverside', { name: 'Staff room', groups: ['staff'] });
  const content = contentInput({ school: { ...SCHOOL, ...school } });
  expect(await publisher.publish('riverside', content)).toMatchObject({ kind: 'published' });
  const bodies = await store.bodies('riverside');
  expect(bodies.map(({ viewKey }) => viewKey)).toEqual(['board', 'board+staff']);
  return Object.fromEntries(
    bodies.map(({ viewKey, json, brotli, gzip }) => {
      const forms = [json, brotliDecompressSync(brotli), gunzipSync(gzip)];
      const namesAbsent = forms.map((form) => form.toString('utf8').includes('Ms Cole'));
      expect(forms.every((form) => form.includes('Mr Haddad'))).toBe(true);
      return [viewKey, namesAbsent];
    }),
  );
}

describe('the names of teachers who are away', () => {
  it('[SEC-4] are in no body that is stored for a public view', async () => {
    expect(await published()).toEqual({
      board: [false, false, false],
      'board+staff': [true, true, true],
    });
  });

  it('[SEC-4] are in all of them once the school has decided so', async () => {
    expect(await published({ absentTeachers: 'all' })).toEqual({
      board: [true, true, true],
      'board+staff': [true, true, true],
    });
  });

  it('[SEC-4] are in none for groups that the school no longer calls its staff', async () => {
    expect(await published({ staffGroups: ['head'] })).toEqual({
      board: [false, false, false],
      'board+staff': [false, false, false],
    });
  });
});
