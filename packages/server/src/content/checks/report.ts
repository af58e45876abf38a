/** Takes one violation. */
export type Report = (path: string, message: string) => void;

/** Reports each value that an earlier one equals. */
export function reportRepeated(
  report: Report,
  values: readonly string[],
  path: (index: number) => string,
): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (seen.has(value)) report(path(index), `${value} is there already`);
    seen.add(value);
  });
}

/**
 * Reports a value that refers to nothing, and what it may mean if only its case differs. An absent one
 * refers to nothing by intention.
 */
export function reportUnknown(
  report: Report,
  known: ReadonlySet<string>,
  value: string | undefined,
  path: string,
  what: string,
): void {
  if (value === undefined || known.has(value)) return;
  const alike = [...known].find((each) => each.toLowerCase() === value.toLowerCase());
  const hint = alike === undefined ? '' : `; is it ${alike}?`;
  report(path, `there is no ${what} ${value}${hint}`);
}
