import type { Alert } from '@hallboard/shared';

/** A pictogram for each kind, so that the colour never says it alone. */
const PATHS: Readonly<Record<Alert['kind'], string>> = {
  // A closed padlock.
  lockdown:
    'M50 6a24 24 0 0 0-24 24v14h-6a6 6 0 0 0-6 6v38a6 6 0 0 0 6 6h60a6 6 0 0 0 6-6V50a6 6 0 0 0-6-6h-6V30A24 24 0 0 0 50 6zm0 12a12 12 0 0 1 12 12v14H38V30a12 12 0 0 1 12-12zm0 38a8 8 0 0 1 4 14.9V82h-8V70.900A8 8 0 0 1 50 56z',
  // Somebody who runs out of a door.
  evacuate:
    'M8 4h46v22h-9V13H17v74h28V74h9v22H8zM62 8a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM36 44l14-14h14l9 13 13 3-2 9-16-4-5-8-7 11 10 9 3 23h-10l-3-18-13-10-5 11-20 1v-9h14l8-20 3-4h-5l-6 6z',
  // A thundercloud.
  weather:
    'M30 62a20 20 0 0 1-2-39.900A26 26 0 0 1 77 26a18 18 0 0 1-3 36H62l6-12H48l-6 12zM50 54h14l-8 15h12L42 98l6-20H38z',
  // A letter i in a circle.
  information:
    'M50 4a46 46 0 1 1 0 92 46 46 0 0 1 0-92zm-6 40v32h12V44zm6-20a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15z',
};

export function AlertSign({ kind }: Pick<Alert, 'kind'>) {
  return (
    <svg class="hb-alert-sign" viewBox="0 0 100 100" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" d={PATHS[kind]} />
    </svg>
  );
}
