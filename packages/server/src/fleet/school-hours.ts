import { divisionSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { createLocalTime } from '../content/program/local-time.js';
import type { ServedSchool } from '../serving/served.js';
import type { ScreenRecord } from '../store/records.js';

/** A stretch of time, ms since the epoch; the end excluded. */
interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

const programSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ divisions: v.array(v.pick(divisionSchema, ['days'])) }),
);

/** When schools are open, from the program of what they publish: from the first slot to the last. */
export class SchoolHours {
  /** A program is read once for each publish. */
  readonly #spans = new Map<string, { readonly etag: string; readonly spans: readonly Span[] }>();

  /** @returns since when the school has been open, ms since the epoch; `undefined` if it is not. */
  openSinceMs(school: ServedSchool, nowMs: number): number | undefined {
    const open = this.#spansOf(school).filter(
      (span) => span.fromMs <= nowMs && nowMs < span.untilMs,
    );
    return open.length === 0 ? undefined : Math.min(...open.map(({ fromMs }) => fromMs));
  }

  #spansOf(school: ServedSchool): readonly Span[] {
    const { id } = school.record;
    const body = [...school.screens.values()].find((screen) => screen.body !== undefined)?.body;
    if (body === undefined) return [];
    const known = this.#spans.get(id);
    if (known?.etag === body.etag) return known.spans;
    const { divisions } = v.parse(programSchema, body.json.toString('utf8'));
    const spans = divisions
      .flatMap(({ days }) => days)
      .filter(({ slots }) => slots.length > 0)
      .map(({ slots }) => ({
        fromMs: Math.min(...slots.map(({ startsAt }) => startsAt)),
        untilMs: Math.max(...slots.map(({ endsAt }) => endsAt)),
      }));
    this.#spans.set(id, { etag: body.etag, spans });
    return spans;
  }
}

/**
 * Since when a screen is not black on purpose, and may not be off (TIME-5).
 * @returns ms since the epoch; 0 where today has no night before now; `undefined` in the night.
 */
export function awakeSinceMs(
  { info: { nightHours } }: Pick<ScreenRecord, 'info'>,
  zone: string,
  nowMs: number,
): number | undefined {
  if (nightHours === undefined) return 0;
  const time = createLocalTime(zone);
  const today = time.dateAt(nowMs);
  const fromMs = time.resolve(today, nightHours.from).atMs;
  const untilMs = time.resolve(today, nightHours.until).atMs;
  const isNight =
    fromMs <= untilMs ? fromMs <= nowMs && nowMs < untilMs : fromMs <= nowMs || nowMs < untilMs;
  if (isNight) return undefined;
  return untilMs <= nowMs ? untilMs : 0;
}
