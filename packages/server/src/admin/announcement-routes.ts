import { check } from '@hallboard/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { contentAnnouncementSchema } from '../content/schema/content-items-schema.js';
import { ApiError } from '../http/api-error.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { readContent } from './content-revision.js';
import { publishPart } from './publish-part.js';
import { invalid } from './refusals.js';

type Announcement = v.InferInput<typeof contentAnnouncementSchema>;

const { id: idSchema, ...entries } = contentAnnouncementSchema.entries;
/** As in the content; the address says which one it is. */
export const announcementInputSchema = v.strictObject(entries);
const listSchema = v.object({ announcements: v.optional(v.array(v.unknown()), () => []) });

/**
 * A school's announcements one at a time. Each is a publish of the newest content with this one
 * changed, so two offices that edit different ones both succeed.
 */
export function addAnnouncementRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, publisher, random } = options;

  const publish = (
    request: Request<{ schoolId: string }>,
    response: Response,
    target: string,
    change: (list: readonly Announcement[]) => readonly Announcement[] | undefined,
  ) =>
    publishPart(
      publisher,
      request,
      response,
      { what: `announcement ${target}`, target, missing: 'such announcement' },
      (content) => {
        const announcements = change(content.announcements ?? []);
        return announcements && { ...content, announcements };
      },
    );

  routes
    .route('/schools/:schoolId/announcements')
    .get(async ({ params }, response) => {
      const { content, revision } = await readContent(store, params.schoolId);
      response.setHeader('etag', `"${revision}"`);
      response.json(v.parse(listSchema, JSON.parse(content)));
    })
    .post(async (request, response) => {
      const id = `notice-${random.bytes(8).toString('hex')}`;
      const announcement = readAnnouncement(request.body, id);
      const published = await publish(request, response, id, (list) => [...list, announcement]);
      response.status(201).json({ announcement, ...published });
    });

  routes
    .route('/schools/:schoolId/announcements/:itemId')
    .put(async (request, response) => {
      const { itemId } = request.params;
      const announcement = readAnnouncement(request.body, itemId);
      const published = await publish(request, response, itemId, (list) =>
        list.some(({ id }) => id === announcement.id)
          ? list.map((item) => (item.id === announcement.id ? announcement : item))
          : [...list, announcement],
      );
      response.json({ announcement, ...published });
    })
    .delete(async (request, response) => {
      const { itemId } = request.params;
      const published = await publish(request, response, itemId, (list) =>
        list.some(({ id }) => id === itemId) ? list.filter(({ id }) => id !== itemId) : undefined,
      );
      response.json(published);
    });
}

/** @throws ApiError that names what is wrong. */
function readAnnouncement(body: unknown, id: string): Announcement {
  const checkedId = check(idSchema, id);
  if (!checkedId.ok) throw unknownAnnouncement();
  const checked = check(announcementInputSchema, body);
  if (!checked.ok) throw invalid(checked.violations, 'invalid_content');
  return { id, ...checked.value };
}

function unknownAnnouncement(): ApiError {
  return new ApiError('not_found', 'There is no such announcement');
}
