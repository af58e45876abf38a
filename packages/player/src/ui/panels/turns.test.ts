import { describe, expect, it } from 'vitest';
import { frameAt } from '../view.fixture.js';
import type { Panel, PanelName } from './panel.js';
import { PANELS } from './panels.js';
import { PAGE_MS, turnAt } from './turns.js';

function pagesOf(count: number): Panel {
  return { ...PANELS.header, pages: () => count };
}
const CATALOGUE: Record<PanelName, Panel> = { ...PANELS, classes: pagesOf(2), cover: pagesOf(1) };

function turnIn(ms: number) {
  const { frame, scene } = frameAt('08:10');
  const startMs = Math.ceil(frame.nowMs / (3 * PAGE_MS)) * 3 * PAGE_MS;
  const box = { start: 0, top: 0, width: 1000, height: 400 };
  const input = { frame: { ...frame, nowMs: startMs + ms }, scene, box };
  return turnAt(['classes', 'cover'], CATALOGUE, input);
}

describe('turnAt', () => {
  it('shows every page of every panel in turn, by the time alone', () => {
    const turns = [0, PAGE_MS - 1, PAGE_MS, 2 * PAGE_MS, 3 * PAGE_MS].map(turnIn);
    expect(turns).toEqual([
      { panel: 'classes', page: 0, index: 0, count: 3 },
      { panel: 'classes', page: 0, index: 0, count: 3 },
      { panel: 'classes', page: 1, index: 1, count: 3 },
      { panel: 'cover', page: 0, index: 2, count: 3 },
      { panel: 'classes', page: 0, index: 0, count: 3 },
    ]);
  });
});
