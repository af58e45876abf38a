import { ALERT_KINDS, ANNOUNCEMENT_LEVELS, COVER_KINDS, MEDIA_KINDS } from './items.js';
import { DAY_KINDS, SLOT_KINDS } from './program.js';
import { LAYOUTS } from './screen.js';

type Json = Record<string, unknown>;

/** The lists whose items are left out when their kind is not known, and the field that tells it. */
const LISTS: readonly [list: string, field: string, known: readonly string[]][] = [
  ['announcements', 'level', ANNOUNCEMENT_LEVELS],
  ['cover', 'kind', COVER_KINDS],
  ['media', 'kind', MEDIA_KINDS],
  ['alerts', 'kind', ALERT_KINDS],
];

/**
 * Leaves out items of kinds that this version does not know, and turns such days and slots into
 * `other`, since a day with a hole in it would be wrong, and such a layout into the board (SNAP-7).
 * Anything else that is wrong is left for the schema to name.
 */
export function dropUnknownKinds(body: unknown): { value: unknown; dropped: number } {
  if (!isObject(body)) return { value: body, dropped: 0 };
  let dropped = 0;
  const isKnown = (item: unknown, field: string, known: readonly string[]): boolean => {
    if (!isObject(item)) return true;
    const kind = item[field];
    if (typeof kind !== 'string' || known.includes(kind)) return true;
    dropped += 1;
    return false;
  };
  const generalise = (item: unknown, known: readonly string[]): unknown =>
    isKnown(item, 'kind', known) ? item : { ...(item as Json), kind: 'other' };

  const value: Json = { ...body };
  for (const [list, field, known] of LISTS) {
    const items = value[list];
    if (Array.isArray(items)) value[list] = items.filter((item) => isKnown(item, field, known));
  }
  const { view } = body;
  if (isObject(view) && !isKnown(view, 'layout', LAYOUTS))
    value.view = { ...view, layout: 'board' };
  value.divisions = mapList(body.divisions, (division) =>
    mapField(division, 'days', (day) =>
      mapField(generalise(day, DAY_KINDS), 'slots', (slot) => generalise(slot, SLOT_KINDS)),
    ),
  );
  return { value, dropped };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapList(value: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}

function mapField(value: unknown, field: string, change: (item: unknown) => unknown): unknown {
  return isObject(value) ? { ...value, [field]: mapList(value[field], change) } : value;
}
