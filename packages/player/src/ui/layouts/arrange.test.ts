import { LAYOUTS } from '@hallboard/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PanelName } from '../panels/panel.js';
import { arrange, type Box, GAP } from './arrange.js';
import { area, column, row } from './layout.js';
import { layoutOf } from './layouts.js';

const BOX: Box = { start: 56, top: 56, width: 1808, height: 968 };
const NAMES: readonly PanelName[] = [
  'header',
  'now',
  'timeline',
  'announcements',
  'classes',
  'cover',
  'duty',
  'honours',
  'ticker',
  'media',
];

describe('arrange', () => {
  const layout = column([
    area(['header'], 100),
    row([area(['announcements'], 0, 1), area(['classes', 'cover'], 0, 3)], 0, 1),
  ]);

  it('gives each area its basis and its share of what is left', () => {
    const places = arrange(layout, { start: 0, top: 0, width: 428, height: 528 }, () => true);
    expect(places).toEqual([
      { panels: ['header'], box: { start: 0, top: 0, width: 428, height: 100 } },
      { panels: ['announcements'], box: { start: 0, top: 128, width: 100, height: 400 } },
      { panels: ['classes', 'cover'], box: { start: 128, top: 128, width: 300, height: 400 } },
    ]);
  });

  it('gives the space of what has nothing to show to its neighbours', () => {
    const box = { start: 0, top: 0, width: 428, height: 528 };
    const alone = arrange(layout, box, (panel) => panel === 'header' || panel === 'cover');
    expect(alone[1]).toEqual({
      panels: ['cover'],
      box: { start: 0, top: 128, width: 428, height: 400 },
    });
    expect(arrange(layout, box, () => false)).toEqual([]);
  });

  it('keeps every layout on the stage and apart, whatever is shown', () => {
    const shape = fc.constantFrom('wide' as const, 'standard' as const, 'portrait' as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...LAYOUTS),
        shape,
        fc.subarray([...NAMES]),
        (name, of, shown) => {
          const portrait = { start: 56, top: 56, width: 968, height: 1808 };
          const box = of === 'portrait' ? portrait : BOX;
          const places = arrange(layoutOf(name, of), box, (panel) => shown.includes(panel));
          for (const [index, { box: a }] of places.entries()) {
            expect(a.start + a.width).toBeLessThanOrEqual(box.start + box.width + 1e-6);
            expect(a.top + a.height).toBeLessThanOrEqual(box.top + box.height + 1e-6);
            for (const { box: b } of places.slice(index + 1)) {
              const isBelow = b.top >= a.top + a.height + GAP - 1e-6;
              const isBeside = b.start >= a.start + a.width + GAP - 1e-6;
              expect(isBelow || isBeside).toBe(true);
            }
          }
        },
      ),
    );
  });
});
