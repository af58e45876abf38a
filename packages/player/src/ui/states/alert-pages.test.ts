import type { Alert } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { stageOf } from '../stage.js';
import { alertPages } from './alert-pages.js';

const WIDE = stageOf(1920, 1080);

function pagesOf(changes: Partial<Alert>, stage = WIDE) {
  const alert: Alert = {
    id: 'a',
    kind: 'evacuate',
    groups: [],
    title: 'Leave the building now',
    instruction: 'By the nearest exit, and not by the lifts. Meet at the sports field, by class.',
    drill: false,
    startsAt: 0,
    expiresAt: 1,
    ...changes,
  };
  return alertPages(alert, 'ltr', stage);
}

describe('alertPages', () => {
  it('writes an alert as large as its screen has room for', () => {
    expect(pagesOf({})).toMatchObject([{ titleStep: 188, bodyStep: 56 }]);
    expect(pagesOf({ title: 'Stay inside', instruction: 'Until 13:00.' })).toMatchObject([
      { titleStep: 188, bodyStep: 84 },
    ]);
    expect(pagesOf({}, stageOf(1080, 1920))).toMatchObject([{ titleStep: 188 }]);
  });

  it('leaves room for the sign of a drill', () => {
    const instruction = 'By the nearest exit, and not by the lifts. '.repeat(3);
    expect(pagesOf({ instruction })).toMatchObject([{ titleStep: 188, bodyStep: 56 }]);
    expect(pagesOf({ instruction, drill: true })).toMatchObject([{ titleStep: 132 }]);
  });

  it('turns the pages of an instruction that is too long, and loses no word', () => {
    const instruction = Array.from({ length: 250 }, (_, index) => `word${index}`).join(' ');
    const pages = pagesOf({ instruction });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ body }) => body).join(' ')).toBe(instruction);
    expect(pages[0]).toMatchObject({ titleStep: 56, bodyStep: 40 });
  });
});
