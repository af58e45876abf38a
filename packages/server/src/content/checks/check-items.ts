import type { SchoolContent } from '../schema/content-schema.js';
import { type Report, reportRepeated } from './report.js';

/** Finds items with one id, and windows that end before they begin. */
export function checkItems(content: SchoolContent, report: Report): void {
  const { announcements, honours, cover, duty, media, alerts } = content;
  const lists = { announcements, honours, cover, duty, media, alerts };
  for (const [name, items] of Object.entries(lists)) {
    reportRepeated(
      report,
      items.map(({ id }) => id),
      (index) => `${name}[${index}].id`,
    );
  }
  for (const [name, items] of Object.entries({ announcements, honours, cover, duty, media })) {
    items.forEach(({ validFrom, validUntil }, index) => {
      if (validFrom === undefined || validUntil === undefined || validFrom < validUntil) return;
      report(`${name}[${index}].validUntil`, `is not after validFrom, ${validFrom}`);
    });
  }
  media.forEach(({ kind, poster }, index) => {
    if (kind === 'video' || poster === undefined) return;
    report(`media[${index}].poster`, 'only a video has a poster');
  });
  alerts.forEach(({ startsAt, expiresAt }, index) => {
    if (expiresAt === undefined || (startsAt < expiresAt && expiresAt <= nextDay(startsAt))) return;
    report(`alerts[${index}].expiresAt`, 'must be after startsAt, by at most 24 hours');
  });
}

/** A local time one day later, by the calendar alone. */
function nextDay(local: string): string {
  const nextMs = Date.parse(`${local}Z`) + 24 * 3_600_000;
  return new Date(nextMs).toISOString().slice(0, local.length);
}
