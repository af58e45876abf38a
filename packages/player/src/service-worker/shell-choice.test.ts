import { describe, expect, it } from 'vitest';
import { chooseShell, onPainted, readShellChoice, type ShellChoice } from './shell-choice.js';

/** Starts of the page in a row, none of which paints. @returns which build each one got. */
function starts(choice: ShellChoice, own: string, count: number): string[] {
  let known = choice;
  return Array.from({ length: count }, () => {
    const boot = chooseShell(known, own);
    known = boot.choice;
    return boot.build;
  });
}

describe('chooseShell', () => {
  it('[UPD-3] gives a new build two starts, then abandons it for the one that has painted', () => {
    expect(starts({ proven: 'a' }, 'b', 4)).toEqual(['b', 'b', 'a', 'a']);
  });

  it('[UPD-3] gives the build after an abandoned one two starts of its own', () => {
    const abandoned = { proven: 'a', trial: { build: 'b', boots: 2 } };
    expect(starts(abandoned, 'c', 3)).toEqual(['c', 'c', 'a']);
  });

  it('[UPD-3] keeps a build that has painted, however often it starts', () => {
    const { choice } = chooseShell({ proven: 'a' }, 'b');
    expect(starts(onPainted(choice, 'b', 'b'), 'b', 5)).toEqual(['b', 'b', 'b', 'b', 'b']);
  });

  it('has nothing to fall back to where none has painted', () => {
    expect(starts({}, 'b', 3)).toEqual(['b', 'b', 'b']);
    expect(chooseShell({}, 'b').isTrial).toBe(false);
  });
});

describe('onPainted', () => {
  it("[UPD-3] takes a scene of the old build for no proof of the worker's own", () => {
    const choice = { proven: 'a', trial: { build: 'b', boots: 1 } };
    expect(onPainted(choice, 'b', 'a')).toBe(choice);
    expect(onPainted(choice, 'b', 'b')).toEqual({ proven: 'b' });
  });
});

describe('readShellChoice', () => {
  it('reads back what was written', () => {
    const choice = { proven: 'a', trial: { build: 'b', boots: 1 } };
    expect(readShellChoice(JSON.stringify(choice))).toEqual(choice);
  });

  it.each(['', 'null', '7', '[]', '{"proven":1,"trial":{"build":"b"}}', '{"trial":null}', '{'])(
    'knows nothing from %s',
    (text) => {
      expect(readShellChoice(text)).toEqual({});
    },
  );
});
