import type { ScreenInfo, View } from '@hallboard/shared';
import type { ScreenRecord } from '../store/records.js';
import type { ScreenChange } from './screen-input.js';

/** The screen with a change made, and its version advanced (SNAP-8). */
export function changeScreen(screen: ScreenRecord, change: ScreenChange): ScreenRecord {
  const { layout, groups, ...info } = change;
  return {
    ...screen,
    view: createView(layout ?? screen.view.layout, groups ?? screen.view.groups),
    info: { ...changeInfo(screen.info, info), version: screen.info.version + 1 },
  };
}

/** A view as every view is: groups sorted, and each once. */
export function createView(layout: View['layout'], groups: readonly string[]): View {
  return { layout, groups: [...new Set(groups)].sort() };
}

function changeInfo(info: ScreenInfo, change: Omit<ScreenChange, 'layout' | 'groups'>): ScreenInfo {
  const { name, sound, version } = { ...info, ...change };
  const focus = change.focus === undefined ? info.focus : change.focus;
  const division = change.division === undefined ? info.division : change.division;
  const nightHours = change.nightHours === undefined ? info.nightHours : change.nightHours;
  return {
    version,
    name,
    sound,
    ...(focus && { focus }),
    ...(division && { division }),
    ...(nightHours && { nightHours }),
  };
}
