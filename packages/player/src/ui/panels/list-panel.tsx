import type { ComponentChildren, Key } from 'preact';
import { Pager } from '../parts/pager.js';
import { units } from '../parts/units.js';
import { type Grid, pageOf, ROW_HEIGHT } from './grid.js';
import type { Turn } from './panel.js';

interface ListPanelProps<T> {
  readonly title: ComponentChildren;
  readonly entries: readonly T[];
  readonly grid: Grid;
  readonly turn: Turn;
  readonly keyOf: (entry: T) => Key;
  readonly children: (entry: T) => ComponentChildren;
}

/** A list that turns its pages instead of scrolling. Its rows stand alike on every page. */
export function ListPanel<T>({ title, entries, grid, turn, keyOf, children }: ListPanelProps<T>) {
  const style = {
    gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
    gridTemplateRows: `repeat(${grid.rows}, minmax(${units(ROW_HEIGHT)}, auto))`,
  };
  return (
    <section class="hb-panel hb-list">
      <div class="hb-panel-head">
        <h2 class="t40 hb-muted">{title}</h2>
        <Pager turn={turn} />
      </div>
      <ul
        class={`hb-grid hb-enter${grid.columns > 1 ? ' is-many' : ''}`}
        key={turn.page}
        style={style}
      >
        {pageOf(entries, grid, turn.page).map((entry) => (
          <li key={keyOf(entry)} class="hb-entry">
            {children(entry)}
          </li>
        ))}
      </ul>
    </section>
  );
}
