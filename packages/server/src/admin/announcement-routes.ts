import { check } from '@hallboard/shared';
import type { Request, Response, Router } from 'express';
import * as v from 'valibot';
import { contentAnnouncementSchema } from '../content/schema/content-items-schema.js';
import type { SchoolContentInput } from '../content/schema/content-schema.js';
import { ApiError } from '../http/api-error.js';
import { allowOnly } from '../http/express-errors.js';
import type { AdminOptions } from './admin-options.js';
import { readContent, readIfMatch, revisionMismatch } from './content-revision.js';
import { invalid, refusal } from './refusals.js';

type Announcement = v.InferInput<typeof contentAnnouncementSchema>;

const { id: idSchema, ...entries } = contentAnnouncementSchema.entries;
/** As in the content; the address says which one it is. */
const bodySchema = v.strictObject(entries);
const listSchema = v.object({ announcements: v.optional(v.array(v.unknown()), () => []) });

/**
 * A school's announcements one at a time. Each is a publish of the newest content with this one
 * changed, so two offices that edit different ones both succeed.
 */
export function addAnnouncementRoutes(router: Router, options: AdminOptions): void {
  const { store, publisher, random } = options;

  /** @throws ApiError for whatever was not published. */
  async function publish(
    request: Request<{ schoolId: string }>,
    response: Response,
    change: (list: readonly Announcement[]) => readonly Announcement[] | undefined,
  ): Promise<{ readonly revision: string }> {
    const changed = (content: SchoolContentInput) => {
      const announcements = change(content.announcements ?? []);
      return announcements && { ...content, announcements: [...announcements] };
    };
    const { schoolId } = request.params;
    const result = await publisher.changeContent(schoolId, changed, readIfMatch(request));
    if (result.kind === 'unchanged') throw unknownAnnouncement();
    if (result.kind === 'revision-mismatch') throw revisionMismatch(response, result.current);
    if (result.kind !== 'published') throw refusal(result, 'invalid_content');
    response.setHeader('etag', `"${result.revision}"`);
    return { revision: result.revision };
  }

  router
    .route('/schools/:schoolId/announcements')
    .get(async ({ params }, response) => {
      const { content, revision } = await readContent(store, params.schoolId);
      response.setHeader('etag', `"${revision}"`);
      response.json(v.parse(listSchema, JSON.parse(content)));
    })
    .post(async (request, response) => {
      const id = `notice-${random.bytes(8).toString('hex')}`;
      const announcement = readAnnouncement(request.body, id);
      const published = await publish(request, response, (list) => [...list, announcement]);
      response.status(201).json({ announcement, ...published });
    })
    .all(allowOnly('GET', 'POST'));

  router
    .route('/schools/:schoolId/announcements/:itemId')
    .put(async (request, response) => {
      const announcement = readAnnouncement(request.body, request.params.itemId);
      const published = await publish(request, response, (list) =>
        list.some(({ id }) => id === announcement.id)
          ? list.map((item) => (item.id === announcement.id ? announcement : item))
          : [...list, announcement],
      );
      response.json({ announcement, ...published });
    })
    .delete(async (request, response) => {
      const { itemId } = request.params;
      const published = await publish(request, response, (list) =>
        list.some(({ id }) => id === itemId) ? list.filter(({ id }) => id !== itemId) : undefined,
      );
      response.json(published);
    })
    .all(allowOnly('PUT', 'DELETE'));
}

/** @throws ApiError that names what is wrong. */
function readAnnouncement(body: unknown, id: string): Announcement {
  const checkedId = check(idSchema, id);
  if (!checkedId.ok) throw unknownAnnouncement();
  const checked = check(bodySchema, body);
  if (!checked.ok) throw invalid(checked.violations, 'invalid_content');
  return { id, ...checked.value };
}

function unknownAnnouncement(): ApiError {
  return new ApiError('not_found', 'There is no such announcement');
}
