import type { School } from '@hallboard/shared';
import type { Scene } from '../../scene/scene.js';
import { type Accent, accentFor } from './accent.js';
import { PALETTES, type Palette } from './palettes.js';

const LIGHT_BEFORE_SCHOOL_MS = 30 * 60_000;

/** The colours of a scene. */
export type Theme = Palette & Accent;

/** The theme of a school at a moment: `auto` is light in its hours and dark outside them. */
export function themeOf({ theme }: School, scene: Scene, nowMs: number): Theme {
  const inHours = theme.mode === 'auto' && isSchoolHours(scene, nowMs);
  const palette = PALETTES[theme.mode === 'light' || inHours ? 'light' : 'dark'];
  return { ...palette, ...accentFor(theme.accent, palette) };
}

/**
 * The theme as CSS variables, `--ground` and so on.
 * @param isOpen whether a page around the player may have its own: `--hallboard-ground` and so on.
 */
export function themeVariables(
  theme: Palette & Partial<Accent>,
  isOpen = false,
): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [key, value] of Object.entries(theme)) {
    const name = key === 'onAccent' ? 'on-accent' : key;
    variables[`--${name}`] = isOpen ? `var(--hallboard-${name}, ${value})` : value;
  }
  return variables;
}

function isSchoolHours(scene: Scene, nowMs: number): boolean {
  if (scene.kind !== 'day') return false;
  const { moment } = scene;
  if (moment.kind === 'before-school') {
    return moment.first.startsAt - nowMs <= LIGHT_BEFORE_SCHOOL_MS;
  }
  return moment.kind === 'in-slot' || moment.kind === 'between-slots';
}
