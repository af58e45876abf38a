import { WEEKDAYS, type Weekday } from '../../content/schema/weekdays.js';
import { fold } from '../rows/fold.js';
import { type ImportRow, namedCells, type ParsedFile } from '../rows/import-row.js';
import type { Kind } from '../rows/kinds.js';
import { collectProblems, type Place, type ReportProblem } from '../rows/problem.js';
import { readWeekday } from '../values/weekday.js';
import { mergeParallel } from './merge-parallel.js';
import { readXml, type XmlElement, XmlError } from './read-xml.js';

/**
 * Reads a timetable that aSc Timetables has exported as "aSc Timetables 2012 XML".
 * @param term which of several terms, by its name or its number; the file does not say when each is.
 */
export function readAsc(file: string, text: string, term?: string): ParsedFile {
  const { problems, report } = collectProblems();
  const nothing = { file, kinds: [], rows: [], problems };
  let elements: readonly XmlElement[];
  try {
    elements = readXml(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    report({ file, row: error.line }, `is not well-formed: ${error.message}`);
    return nothing;
  }
  if (elements[0]?.name !== 'timetable') {
    report({ file, row: 1 }, `begins with <${elements[0]?.name}>, and not with <timetable>`);
    return nothing;
  }
  const document = new AscDocument(file, elements, report);
  const bells = document.bells();
  const cards = document.cardsOf(term);
  const lessons = mergeParallel(document.lessons(cards));
  if (cards.length > 0 && cards.every(({ attributes: { days } }) => days === undefined)) {
    report({ file }, 'is of an older kind: export it as "aSc Timetables 2012 XML"');
  } else if (lessons.length === 0 && problems.length === 0) {
    report({ file }, 'has no cards: nothing is placed yet');
  }
  const kinds: Kind[] = [...(bells.length === 0 ? [] : ['bells' as const]), 'timetable'];
  return { file, kinds, rows: [...bells, ...lessons], problems };
}

/** The tables of a file, and how they refer to each other. */
class AscDocument {
  readonly #byName = new Map<string, XmlElement[]>();
  #isWeekly: boolean | undefined;
  readonly #byId = new Map<string, Map<string, XmlElement>>();

  constructor(
    private readonly file: string,
    elements: readonly XmlElement[],
    private readonly report: ReportProblem,
  ) {
    for (const element of elements) {
      const all = this.#byName.get(element.name);
      if (all === undefined) this.#byName.set(element.name, [element]);
      else all.push(element);
    }
    for (const [name, all] of this.#byName) {
      this.#byId.set(name, new Map(all.map((element) => [element.attributes.id ?? '', element])));
    }
  }

  of(name: string): readonly XmlElement[] {
    return this.#byName.get(name) ?? [];
  }

  #place({ line }: XmlElement, column?: string): Place {
    return { file: this.file, row: line, ...(column === undefined ? {} : { column }) };
  }

  /** The periods that have times. */
  bells(): ImportRow[] {
    return this.of('period').flatMap((element): ImportRow[] => {
      const { period, name, starttime = '', endtime = '' } = element.attributes;
      if (starttime === '' && endtime === '') return [];
      const cells = namedCells({ period, label: name, start: starttime, end: endtime });
      return [{ kind: 'bells', place: this.#place(element), cells }];
    });
  }

  /** The cards of a term, or of all if each is of every term. */
  cardsOf(term: string | undefined): readonly XmlElement[] {
    const cards = this.of('card');
    const length = Math.max(0, ...cards.map(({ attributes: { terms = '' } }) => terms.length));
    if (!cards.some(({ attributes: { terms = '' } }) => terms.includes('0'))) return cards;
    const names = Array.from({ length }, (_, index) => [
      ...this.#namesOfTerm(index, length),
      String(index + 1),
    ]);
    const known = names.map(([name]) => `"${name}"`).join(', ');
    const isMeant = (name: string) => term !== undefined && fold(name) === fold(term);
    const index = names.findIndex((all) => all.some(isMeant));
    if (index >= 0) {
      return cards.filter(({ attributes: { terms = '' } }) => terms === '' || terms[index] === '1');
    }
    const fault = term === undefined ? 'has several terms' : `has no term "${term}"`;
    this.report({ file: this.file }, `${fault}; say with --term which of ${known} it is now`);
    return [];
  }

  #namesOfTerm(index: number, length: number): readonly string[] {
    const found = this.#definitionOfBit('termsdef', 'terms', index, length)?.attributes;
    return [found?.name, found?.short].filter((name) => name !== undefined);
  }

  /** Each card is a lesson that is placed. */
  lessons(cards: readonly XmlElement[]): ImportRow[] {
    return cards.flatMap((card) => {
      const { lessonid = '', period = '', days = '', weeks = '', classroomids } = card.attributes;
      const lesson = this.#byId.get('lesson')?.get(lessonid);
      if (lesson === undefined) {
        this.report(this.#place(card, 'lessonid'), `there is no lesson "${lessonid}"`);
        return [];
      }
      // A card that is not placed yet.
      if (period === '' || !days.includes('1')) return [];
      if (!/^\d+$/.test(period)) {
        this.report(this.#place(card, 'period'), `"${period}" is no number of a period`);
        return [];
      }
      const { classids, subjectid, teacherids, periodspercard = '1' } = lesson.attributes;
      const shared = {
        subject: this.#names(lesson, 'subject', 'subjectid', subjectid).join(' / '),
        teacher: this.#names(lesson, 'teacher', 'teacherids', teacherids).join(', '),
        room: this.#names(card, 'classroom', 'classroomids', classroomids).join(', '),
      };
      const onDays = this.#days(card, days);
      const classes = this.#names(lesson, 'class', 'classids', classids);
      const length = Math.max(1, Number.parseInt(periodspercard, 10) || 1);
      const periods = Array.from({ length }, (_, index) => String(Number(period) + index));
      const place = this.#place(card);
      return classes.flatMap((name) =>
        onDays.flatMap((day) =>
          this.#weeks(weeks).flatMap((week) =>
            periods.map((each): ImportRow => {
              const cells = namedCells({ class: name, day, period: each, week, ...shared });
              return { kind: 'timetable', place, cells };
            }),
          ),
        ),
      );
    });
  }

  #names(from: XmlElement, name: string, column: string, ids = ''): readonly string[] {
    return ids
      .split(',')
      .filter((id) => id !== '')
      .flatMap((id) => {
        const found = this.#byId.get(name)?.get(id)?.attributes;
        const text = found?.name ?? found?.short;
        if (text !== undefined) return [text];
        this.report(this.#place(from, column), `there is no ${name} "${id}"`);
        return [];
      });
  }

  /** One digit for each day; which weekday the first is, only the names of the days say. */
  #days(card: XmlElement, days: string): readonly string[] {
    if (!/^[01]+$/.test(days)) {
      this.report(this.#place(card, 'days'), `"${days}" is no row of 0 and 1`);
      return [];
    }
    return bits(days).flatMap((index) => {
      const weekday = this.#weekdayOfBit(index, days.length);
      return weekday === undefined ? [] : [weekday];
    });
  }

  /** As its definition says, or counted from that of another day, or from Monday. */
  #weekdayOfBit(index: number, length: number): Weekday | undefined {
    const bits = Array.from({ length }, (_, distance) => (index + distance) % length);
    for (const bit of bits) {
      const name = this.#nameOfBit('daysdef', 'days', bit, length);
      const named = name === undefined ? undefined : readWeekday(name);
      if (named !== undefined) return WEEKDAYS[(WEEKDAYS.indexOf(named) + index - bit + 7) % 7];
    }
    return WEEKDAYS[index];
  }

  /** @returns `undefined` for every week, unless a card of one week alone may be beside it. */
  #weeks(weeks: string): readonly (string | undefined)[] {
    const on = bits(weeks);
    if (on.length === weeks.length && !this.#hasWeeks()) return [undefined];
    return on.map(
      (index) =>
        this.#nameOfBit('weeksdef', 'weeks', index, weeks.length) ??
        String.fromCharCode('A'.charCodeAt(0) + index),
    );
  }

  /** Whether any card is not of every week. */
  #hasWeeks(): boolean {
    this.#isWeekly ??= this.of('card').some(({ attributes: { weeks = '' } }) =>
      weeks.includes('0'),
    );
    return this.#isWeekly;
  }

  /** @returns the short name of the definition that is one day or week alone. */
  #nameOfBit(name: string, attribute: string, index: number, length: number): string | undefined {
    const found = this.#definitionOfBit(name, attribute, index, length)?.attributes;
    return name === 'daysdef' ? found?.name : found?.short;
  }

  #definitionOfBit(
    name: string,
    attribute: string,
    index: number,
    length: number,
  ): XmlElement | undefined {
    const bit = `${'0'.repeat(index)}1`.padEnd(length, '0');
    return this.of(name).find(({ attributes }) => attributes[attribute] === bit);
  }
}

function bits(text: string): readonly number[] {
  return [...text].flatMap((digit, index) => (digit === '1' ? [index] : []));
}
