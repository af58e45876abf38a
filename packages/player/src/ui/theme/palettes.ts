/** The colours of a theme: two surfaces, two inks, and what only decorates. */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  /** What must be read: at least 7:1 on both surfaces. */
  readonly ink: string;
  /** What goes with it: at least 7:1 too, quieter in tone. */
  readonly muted: string;
  /** What is over: at least 4.5:1. */
  readonly past: string;
  /** The rest of the ring, the pages that are not shown, outlines. Never text. */
  readonly track: string;
}

export const PALETTES: Readonly<Record<'dark' | 'light', Palette>> = {
  dark: {
    ground: '#0d131e',
    surface: '#172032',
    ink: '#f4f7fc',
    muted: '#b3c0d9',
    past: '#8b9bba',
    track: '#2c3b57',
  },
  light: {
    ground: '#f5f2ea',
    surface: '#ffffff',
    ink: '#1a2333',
    muted: '#434f66',
    past: '#5d687e',
    track: '#e2dbcc',
  },
};
