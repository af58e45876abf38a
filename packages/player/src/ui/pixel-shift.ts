/** How far the picture goes to each side, in units. */
const REACH = 4;
/** There and back; the two meet again after weeks, so that no place is held longer than another. */
const ACROSS_MS = 23 * 60_000;
const DOWN_MS = 37 * 60_000;

/**
 * Where the picture stands, as a CSS transform: it wanders by a few pixels in minutes, so that no
 * edge burns into a panel. Whole pixels keep letters sharp.
 * @param unitPx CSS pixels to a unit.
 */
export function pixelShiftAt(nowMs: number, unitPx: number): string {
  const at = (periodMs: number): number =>
    Math.round((Math.abs(((nowMs / periodMs) % 1) * 4 - 2) - 1) * REACH * unitPx);
  return `translate(${at(ACROSS_MS)}px, ${at(DOWN_MS)}px)`;
}
