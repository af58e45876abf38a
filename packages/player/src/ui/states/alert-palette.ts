import type { Alert } from '@hallboard/shared';

/** One colour for a kind of alert, and what is read on it at 7:1 or more. */
export const ALERT_PALETTES: Readonly<
  Record<Alert['kind'], { readonly ground: string; readonly ink: string }>
> = {
  lockdown: { ground: '#4b1a86', ink: '#ffffff' },
  evacuate: { ground: '#a30f0f', ink: '#ffffff' },
  weather: { ground: '#ffc933', ink: '#171306' },
  information: { ground: '#0b4a86', ink: '#ffffff' },
};
