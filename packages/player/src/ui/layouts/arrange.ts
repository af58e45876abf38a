import type { PanelName } from '../panels/panel.js';
import type { LayoutNode } from './layout.js';

/** The space between two panels, in units. */
export const GAP = 28;

/** A place on the stage, in units; `start` is the distance from where lines of text begin. */
export interface Box {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An area of a layout in its place, with the panels that have something to show. */
export interface PlacedArea {
  readonly panels: readonly PanelName[];
  readonly box: Box;
}

/**
 * Gives every area of a layout its place, in reading order. What has nothing to show gives its
 * space to its neighbours.
 */
export function arrange(
  node: LayoutNode,
  box: Box,
  isShown: (panel: PanelName) => boolean,
): readonly PlacedArea[] {
  const shown = prune(node, isShown);
  return shown === undefined ? [] : place(shown, box);
}

function prune(node: LayoutNode, isShown: (panel: PanelName) => boolean): LayoutNode | undefined {
  if (node.kind === 'area') {
    const panels = node.panels.filter(isShown);
    return panels.length === 0 ? undefined : { ...node, panels };
  }
  const children = node.children
    .map((child) => prune(child, isShown))
    .filter((child): child is LayoutNode => child !== undefined);
  return children.length === 0 ? undefined : { ...node, children };
}

function place(node: LayoutNode, box: Box): readonly PlacedArea[] {
  if (node.kind === 'area') return [{ panels: node.panels, box }];
  const { kind, children } = node;
  const length = kind === 'row' ? box.width : box.height;
  const basis = children.reduce((sum, child) => sum + child.basis, 0);
  const grow = children.reduce((sum, child) => sum + child.grow, 0);
  const rest = length - basis - GAP * (children.length - 1);

  const areas: PlacedArea[] = [];
  let offset = 0;
  for (const child of children) {
    const size = Math.max(0, child.basis + (grow === 0 ? 0 : (rest * child.grow) / grow));
    areas.push(
      ...place(
        child,
        kind === 'row'
          ? { ...box, start: box.start + offset, width: size }
          : { ...box, top: box.top + offset, height: size },
      ),
    );
    offset += size + GAP;
  }
  return areas;
}
