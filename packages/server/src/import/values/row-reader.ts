import type { Weekday } from '../../content/schema/weekdays.js';
import type { ImportRow } from '../rows/import-row.js';
import type { Place, ReportProblem } from '../rows/problem.js';
import { type Choices, readChoice } from './choices.js';
import { dateOrder, readDate, readMoment, readTime } from './date-and-time.js';
import { readWeekdays } from './weekday.js';

/** Reads the cells of a row as values, and reports those that are none. */
export class RowReader {
  readonly #order: ReturnType<typeof dateOrder>;
  #hasFailed = false;

  /** @param locale the school's. */
  constructor(
    readonly row: ImportRow,
    locale: string,
    private readonly report: ReportProblem,
  ) {
    this.#order = dateOrder(locale);
  }

  /** Whether anything of the row was reported. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Reports a problem of the row, or of one of its fields. */
  fail(message: string, field?: string): void {
    this.#hasFailed = true;
    this.report(this.placeOf(field), message);
  }

  /** Says something of the row, which is taken all the same. */
  warn(message: string, field?: string): void {
    this.report(this.placeOf(field), message, 'warning');
  }

  placeOf(field?: string): Place {
    const column = field === undefined ? undefined : this.row.cells[field]?.column;
    return column === undefined ? this.row.place : { ...this.row.place, column };
  }

  text(field: string): string | undefined {
    return this.row.cells[field]?.text;
  }

  /** @returns the text, or an empty one after the report that it is missing. */
  required(field: string): string {
    const text = this.text(field);
    if (text === undefined) this.fail(`${field} is missing`);
    return text ?? '';
  }

  /** @returns the parts of a list with commas, semicolons, or the tildes of Untis. */
  list(field: string): readonly string[] {
    const parts = (this.text(field) ?? '').split(/[,;~،]/).map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }

  date(field: string): string | undefined {
    const about = 'is no date like 2026-11-24';
    return this.#read(field, (text) => readDate(text, this.#order), about);
  }

  time(field: string): string | undefined {
    return this.#read(field, readTime, 'is no time like 08:35');
  }

  moment(field: string, edge: 'start' | 'end'): string | undefined {
    const about = 'is neither a date like 2026-11-24 nor a moment like 2026-11-24 16:30';
    return this.#read(field, (text) => readMoment(text, this.#order, edge), about);
  }

  weekdays(field: string): readonly Weekday[] | undefined {
    return this.#read(field, readWeekdays, 'is no list of weekdays like Mon-Thu');
  }

  choice<T extends string>(field: string, choices: Choices<T>): T | undefined {
    const about = `is none of ${Object.keys(choices).join(', ')}`;
    return this.#read(field, (text) => readChoice(text, choices), about);
  }

  #read<T>(field: string, read: (text: string) => T | undefined, about: string): T | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const value = read(text);
    if (value === undefined) this.fail(`"${text}" ${about}`, field);
    return value;
  }
}
