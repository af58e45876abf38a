import * as v from 'valibot';
import { groupSchema, idSchema, localTimeSchema, shortTextSchema } from './primitives.js';

export const LAYOUTS = ['board', 'portrait', 'announcements', 'media', 'class'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Which snapshot a screen gets: one body is built for each view in use (SNAP-5). */
export const viewSchema = v.object({
  layout: v.picklist(LAYOUTS),
  /** The groups whose items are shown, beside those for all; sorted. */
  groups: v.array(groupSchema),
});
export type View = v.InferOutput<typeof viewSchema>;

/** What belongs to one screen alone (SNAP-8). Travels beside the snapshot, never inside it. */
export const screenInfoSchema = v.object({
  /** Advances with every change of this object; compared by `status`. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  name: shortTextSchema,
  /** A screen for one class or one room. */
  focus: v.exactOptional(
    v.variant('kind', [
      v.object({ kind: v.literal('class'), class: idSchema }),
      v.object({ kind: v.literal('room'), room: shortTextSchema }),
    ]),
  ),
  /** The division whose day is shown; absent: the first. */
  division: v.exactOptional(idSchema),
  sound: v.object({
    /** @default false */
    on: v.boolean(),
    /** 0 to 1. */
    volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
  /** When the screen is intentionally black, in the school's wall-clock time (TIME-5). */
  nightHours: v.exactOptional(v.object({ from: localTimeSchema, until: localTimeSchema })),
});
export type ScreenInfo = v.InferOutput<typeof screenInfoSchema>;

/** As a player receives it: a focus of a kind that it does not know is none (SNAP-7). */
export const receivedScreenSchema = v.pipe(
  v.unknown(),
  v.transform(withoutUnknownFocus),
  screenInfoSchema,
);

const FOCUS_KINDS = ['class', 'room'];
const anyFocusSchema = v.looseObject({ focus: v.object({ kind: v.string() }) });

function withoutUnknownFocus(screen: unknown): unknown {
  if (!v.is(anyFocusSchema, screen) || FOCUS_KINDS.includes(screen.focus.kind)) return screen;
  const { focus: _unknown, ...known } = screen;
  return known;
}
