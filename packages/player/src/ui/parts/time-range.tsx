import type { Slot } from '@hallboard/shared';
import type { Numerals } from '../text/numerals.js';

/**
 * When a slot is. Each time is isolated and runs left to right; the range itself follows the
 * language, so that it starts where its readers start.
 */
export function TimeRange(props: { readonly slot: Slot; readonly numerals: Numerals }) {
  const { slot, numerals } = props;
  return (
    <span class="is-whole">
      <bdi dir="ltr">{numerals(slot.startText)}</bdi>
      {' – '}
      <bdi dir="ltr">{numerals(slot.endText)}</bdi>
    </span>
  );
}
