import type { Panel, PanelInput, PanelName, Turn } from './panel.js';

/** How long a page stays, ms: long enough to find oneself in a list. */
export const PAGE_MS = 10_000;

/**
 * Which page an area shows: a function of the time and not a counter, so that a screen that was
 * restarted, or stands beside another, shows the same.
 * @param panels at least one; each has something to show.
 */
export function turnAt(
  panels: readonly PanelName[],
  catalogue: Readonly<Record<PanelName, Panel>>,
  input: PanelInput,
): Turn & { readonly panel: PanelName } {
  const pages = panels.map((panel) => Math.max(1, catalogue[panel].pages(input)));
  const count = pages.reduce((sum, each) => sum + each, 0);
  const index = Math.floor(input.frame.nowMs / PAGE_MS) % count;
  let page = index;
  for (const [at, panel] of panels.entries()) {
    const own = pages[at] ?? 0;
    if (page < own) return { panel, page, index, count };
    page -= own;
  }
  throw new RangeError('an area without panels has no turn');
}
