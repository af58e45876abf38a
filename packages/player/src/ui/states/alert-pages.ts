import type { Alert, School } from '@hallboard/shared';
import { type NoticePage, noticePages, PAIRS, type Pair } from '../panels/notice-pages.js';
import type { Stage } from '../stage.js';

/** Left and right, in units. */
const MARGIN = 84;
/** Above, below, the head and the foot. */
const AROUND = 2 * 72 + 2 * 84;
/** The sign and the space to the text, beside it or above. */
const SIGN = 420;
/** The line that names the kind; it may take two on upright screens. */
const KIND = 85;
const DRILL = 124;
/** More above the instruction than a notice has above its body. */
const INSTRUCTION_GAP = 16;

const LARGEST: readonly Pair[] = [
  [188, 84],
  [188, 56],
  [132, 84],
];

/** An alert's texts, as large as its screen has room for; an instruction too long turns its pages. */
export function alertPages(
  alert: Alert,
  direction: School['direction'],
  stage: Stage,
): readonly NoticePage<Alert>[] {
  const isUpright = stage.shape === 'portrait';
  const room = {
    width: stage.width - 2 * MARGIN - (isUpright ? 0 : SIGN),
    height:
      stage.height -
      AROUND -
      (isUpright ? SIGN + 2 * KIND : KIND) -
      (alert.drill ? DRILL : 0) -
      INSTRUCTION_GAP,
  };
  const text = { title: alert.title, body: alert.instruction };
  return noticePages(alert, text, room, direction, LARGEST.concat(PAIRS.slice(0, 5)));
}
