import type { Alert } from '@hallboard/shared';
import type { JSX } from 'preact';

/** A pictogram for each kind, so that the colour never says it alone. */
const SIGNS: Readonly<Record<Alert['kind'], JSX.Element>> = {
  // A closed padlock.
  lockdown: (
    <>
      <path d="M28 46V32a22 22 0 0 1 44 0v14" />
      <path class="is-filled" d="M18 46h64v46H18z" />
      <path class="is-hole" d="M50 62v14" />
    </>
  ),
  // Somebody who runs out of a door.
  evacuate: (
    <>
      <path d="M36 8H8v84h28" />
      <circle class="is-filled" cx="69" cy="15" r="7" />
      <path d="M62 34 55 58 70 72 68 92M55 58 46 76 27 78M62 34 46 37 38 51M62 34 75 49 91 45" />
    </>
  ),
  // A cloud and lightning.
  weather: (
    <>
      <path class="is-filled" d="M30 56a17 17 0 0 1-1-34 23 23 0 0 1 43 5 15 15 0 0 1 0 29z" />
      <path d="M54 62 42 78h16L46 94" />
    </>
  ),
  // A letter i in a circle.
  information: (
    <>
      <circle cx="50" cy="50" r="42" />
      <path d="M50 46v26M50 29v1" />
    </>
  ),
};

export function AlertSign({ kind }: Pick<Alert, 'kind'>) {
  return (
    <svg class={`hb-alert-sign is-${kind}`} viewBox="0 0 100 100" aria-hidden="true">
      {SIGNS[kind]}
    </svg>
  );
}
