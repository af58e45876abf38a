import type { Cell, ImportRow } from '../rows/import-row.js';

/** Fields that several groups of one class have each their own of. */
const JOINED = { subject: ' / ', teacher: ', ', room: ', ' };

/**
 * Timetable programs divide a class into groups that have lessons at once. A wall shows the class:
 * one lesson, with the subjects, teachers and rooms of all.
 */
export function mergeParallel(rows: readonly ImportRow[]): ImportRow[] {
  const merged = new Map<string, ImportRow>();
  for (const row of rows) {
    const { kind, cells } = row;
    const at = [cells.class, cells.day, cells.period, cells.week].map((cell) => cell?.text);
    const key = JSON.stringify([kind, ...at]);
    const first = merged.get(key);
    merged.set(key, first === undefined ? row : { ...first, cells: join(first.cells, cells) });
  }
  return [...merged.values()];
}

function join(a: ImportRow['cells'], b: ImportRow['cells']): ImportRow['cells'] {
  const joined: Record<string, Cell> = { ...b, ...a };
  for (const [field, separator] of Object.entries(JOINED)) {
    const [one, other] = [a[field], b[field]];
    if (one === undefined || other === undefined) continue;
    const parts = new Set([...one.text.split(separator), ...other.text.split(separator)]);
    joined[field] = { ...one, text: [...parts].join(separator) };
  }
  return joined;
}
