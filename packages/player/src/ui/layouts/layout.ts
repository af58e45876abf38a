import type { PanelName } from '../panels/panel.js';

/** A part of a layout. It starts with `basis` units along its parent and takes `grow` of what is left. */
interface Flexible {
  readonly basis: number;
  readonly grow: number;
}

/** One place, in which panels take turns. One that has nothing to show gives its turn away. */
export interface AreaNode extends Flexible {
  readonly kind: 'area';
  readonly panels: readonly PanelName[];
}

/** Parts beside or below one another. */
export interface SplitNode extends Flexible {
  readonly kind: 'row' | 'column';
  readonly children: readonly LayoutNode[];
}

/** A composition of panels, as data. */
export type LayoutNode = AreaNode | SplitNode;

/** @param basis in units @default 0 */
export function area(panels: readonly PanelName[], basis = 0, grow = 0): AreaNode {
  return { kind: 'area', panels, basis, grow };
}

export function row(children: readonly LayoutNode[], basis = 0, grow = 0): SplitNode {
  return { kind: 'row', children, basis, grow };
}

export function column(children: readonly LayoutNode[], basis = 0, grow = 0): SplitNode {
  return { kind: 'column', children, basis, grow };
}
