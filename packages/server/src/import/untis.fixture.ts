/** A line of GPU001: number, class, teacher, subject, room, day, period. */
export const LESSON = '1,"7A","COL","M","11",1,1,,';
/** A line of GPU014: number, date, period … absent, teacher, subject … kind. */
export function cover(change: Readonly<Record<number, string>> = {}): string {
  const columns = Array.from({ length: 21 }, () => '');
  const usual = { 0: '1', 1: '20261124', 2: '1', 5: 'COL', 6: 'HAD', 7: 'M', 11: '11', 14: '7A' };
  for (const [at, text] of Object.entries({ ...usual, ...change })) columns[Number(at)] = text;
  return columns.map((text) => `"${text}"`).join(';');
}
