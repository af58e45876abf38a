import type { Cancel, Clock } from '../ports/clock.js';

/** A picture is worth more than its fonts: after this it shows without them (P-1). */
const LONGEST_MS = 1_500;
const HELD = 'is-held';

/** Keeps a new picture out of sight while its fonts come, so that nothing shifts when they have. */
export interface FontHold {
  /** @param element laid out, which is what asks for its fonts. */
  begin(element: Element): void;
  end: Cancel;
}

/** @param fonts @default the page's, which engines of every age have */
export function createFontHold(
  clock: Clock,
  fonts: Pick<FontFaceSet, 'ready' | 'status'> | undefined = document.fonts,
): FontHold {
  let end: Cancel = () => undefined;
  return {
    begin(element) {
      end();
      // Measuring lays out.
      if (element.clientWidth === 0 || fonts?.status !== 'loading') return;
      element.classList.add(HELD);
      const cancelTimer = clock.setTimer(LONGEST_MS, () => end());
      end = () => {
        cancelTimer();
        element.classList.remove(HELD);
      };
      const mine = end;
      fonts.ready.then(mine, mine);
    },
    end: () => end(),
  };
}
