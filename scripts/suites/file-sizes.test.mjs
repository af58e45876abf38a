import { describe, expect, it } from 'vitest';
import { judgeSizes } from './file-sizes.mjs';

describe('judgeSizes', () => {
  it('accepts small files and tells their median', () => {
    const result = judgeSizes([10, 400, 50].map((lines) => ({ path: 'a.ts', lines })));
    expect(result).toMatchObject({ passed: 1, failed: 0 });
    expect(result.notes).toEqual(['3 files; median 50 lines, longest 400']);
  });

  it('names a file that is too long', () => {
    const result = judgeSizes([
      { path: 'long.ts', lines: 401 },
      { path: 'short.ts', lines: 1 },
      { path: 'short.ts', lines: 1 },
    ]);
    expect(result).toMatchObject({ passed: 0, failed: 1 });
    expect(result.output).toContain('long.ts has 401 lines');
  });

  it('fails a median that has grown', () => {
    expect(judgeSizes([{ path: 'a.ts', lines: 100 }]).output).toContain('median');
  });
});
