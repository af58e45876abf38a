import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';
import { readDeclarations } from './read-declarations.mjs';
import { reportApi } from './report-api.mjs';

describe('the public API', () => {
  it('[EMB-5] is what packages/player/api-report.md says; a change that is meant renews it by --update', async () => {
    const player = join(ROOT, 'packages/player');
    await expect(reportApi(player)).toMatchFileSnapshot(join(player, 'api-report.md'));
  });
});

describe('readDeclarations', () => {
  it('reads what the compiler writes, without its comments', () => {
    const file = readDeclarations(`import { type A, B as C } from './a.js';
/** A comment. */
export interface Player {
    /** Another. */
    readonly on: {
        (): void;
    };
}
export declare function createPlayer(options: A): Player;
export declare function createPlayer(): Player;
export type Kind = 'x'
 | 'y';
export { D, type E as F } from './d.js';
//# sourceMappingURL=x.d.ts.map`);
    expect([...file.declared]).toEqual([
      ['Player', 'export interface Player {\n    readonly on: {\n        (): void;\n    };\n}'],
      [
        'createPlayer',
        'export declare function createPlayer(options: A): Player;\nexport declare function createPlayer(): Player;',
      ],
      ['Kind', "export type Kind = 'x'\n | 'y';"],
    ]);
    expect([...file.imported]).toEqual([
      ['A', { from: './a.js', name: 'A' }],
      ['C', { from: './a.js', name: 'B' }],
    ]);
    expect([...file.exported]).toEqual([
      ['D', { from: './d.js', name: 'D' }],
      ['F', { from: './d.js', name: 'E' }],
    ]);
  });
});
