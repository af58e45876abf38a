import type { Box } from '../layouts/arrange.js';

/** A length in CSS. @param length in units of the stage. */
export function units(length: number): string {
  return `calc(var(--u) * ${Math.round(length * 100) / 100})`;
}

/** Where a box is on the stage, mirrored where the plane is. */
export function boxStyle(box: Box, direction: 'ltr' | 'rtl'): Record<string, string> {
  return {
    [direction === 'ltr' ? 'left' : 'right']: units(box.start),
    top: units(box.top),
    width: units(box.width),
    height: units(box.height),
  };
}
