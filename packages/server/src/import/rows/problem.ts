/** Where in what was given something stands. */
export interface Place {
  readonly file: string;
  /** Of a workbook. */
  readonly sheet?: string;
  /** The first is 1, as spreadsheets and editors count; of a calendar or XML, the line. */
  readonly row?: number;
  /** The heading, or the field's name where a format has no headings. */
  readonly column?: string;
}

/** An `error` means that nothing is published; a `warning` is only said. */
export interface Problem {
  readonly level: 'error' | 'warning';
  readonly place: Place;
  readonly message: string;
}

/** Takes a problem; `error` unless it says otherwise. */
export type ReportProblem = (place: Place, message: string, level?: Problem['level']) => void;

/** @returns problems, and what adds to them. */
export function collectProblems(): {
  readonly problems: Problem[];
  readonly report: ReportProblem;
} {
  const problems: Problem[] = [];
  return {
    problems,
    report: (place, message, level = 'error') => void problems.push({ level, place, message }),
  };
}

/** One line: `cover.csv, row 7, column "Class": there is no class "7Q"`. */
export function describeProblem({ level, place, message }: Problem): string {
  const { file, sheet, row, column } = place;
  const where = [
    file,
    ...(sheet === undefined ? [] : [`sheet "${sheet}"`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column "${column}"`]),
  ];
  return `${level === 'warning' ? 'warning: ' : ''}${where.join(', ')}: ${message}`;
}
