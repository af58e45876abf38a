/** Which way a screen's content is laid out. */
export type Shape = 'wide' | 'standard' | 'portrait';

/**
 * The plane that everything is laid out on. All lengths are in one unit of its own, the CSS variable
 * `--u`, so that 720p, 1080p and 4K show the same picture.
 */
export interface Stage {
  readonly shape: Shape;
  /** In units: 1920 when wide, 1600 when standard (4:3), 1080 in portrait; more on wider screens. */
  readonly width: number;
  /** In units. */
  readonly height: number;
  /** CSS pixels to a unit. */
  readonly unitPx: number;
}

const WIDE = { width: 1920, height: 1080 };
const STANDARD_WIDTH = 1600;
const PORTRAIT_WIDTH = 1080;
/** Less upright screens are stacked like standard ones: they lack the height for it. */
const UPRIGHT_BELOW = 0.7;

/** The stage for a container. One without a size, as before its first layout, counts as 1920×1080. */
export function stageOf(widthPx: number, heightPx: number): Stage {
  if (widthPx <= 0 || heightPx <= 0) return stageOf(WIDE.width, WIDE.height);
  const aspect = widthPx / heightPx;
  if (aspect < UPRIGHT_BELOW)
    return scaled('portrait', widthPx, heightPx, widthPx / PORTRAIT_WIDTH);
  if (aspect < 1.5) return scaled('standard', widthPx, heightPx, widthPx / STANDARD_WIDTH);
  const unitPx = Math.min(widthPx / WIDE.width, heightPx / WIDE.height);
  return scaled('wide', widthPx, heightPx, unitPx);
}

function scaled(shape: Shape, widthPx: number, heightPx: number, unitPx: number): Stage {
  return { shape, width: widthPx / unitPx, height: heightPx / unitPx, unitPx };
}
