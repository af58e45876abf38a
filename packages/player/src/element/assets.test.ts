import { expect, it } from 'vitest';
import { assetUrl, folderOf, resolveFolder } from './assets.js';

it.each([
  ['https://board.example.org/embed/hallboard.js', 'https://board.example.org/embed/'],
  ['https://board.example.org/embed/hallboard.js?v=1/2#a/b', 'https://board.example.org/embed/'],
  ['', ''],
])('finds what is beside a script: %s', (script, folder) => {
  expect(folderOf(script)).toBe(folder);
});

it('finds a file below them', () => {
  expect(assetUrl('/assets/ar-1.json', 'https://x.example/e/')).toBe(
    'https://x.example/e/assets/ar-1.json',
  );
});

it('takes what is relative to the page for a folder, and says where it is none', () => {
  expect(resolveFolder('/embed//', 'https://x.example/a/b')).toBe('https://x.example/embed/');
  expect(resolveFolder('files', 'https://x.example/a/b')).toBe('https://x.example/a/files/');
  expect(resolveFolder('http://', 'https://x.example/a/b')).toBeUndefined();
  expect(resolveFolder('', 'data:text/html,')).toBeUndefined();
});
