import { check } from '@hallboard/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { contentCoverSchema } from '../content/schema/content-items-schema.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { readContent } from './content-revision.js';
import { publishPart } from './publish-part.js';
import { readDate } from './read-date.js';
import { invalid } from './refusals.js';

type Cover = v.InferInput<typeof contentCoverSchema>;

const { id: idSchema, date: _, ...entries } = contentCoverSchema.entries;
/** As in the content; the address says which one it is, and of which date. */
export const coverInputSchema = v.strictObject(entries);
/** All of a date. One without an id is given one. */
export const coverOfDateSchema = v.strictObject({
  cover: v.array(v.strictObject({ id: v.exactOptional(idSchema), ...entries })),
});
const storedSchema = v.object({
  cover: v.optional(v.array(v.looseObject({ date: v.string() })), () => []),
});

/**
 * A date's cover, whole or one change at a time. Each is a publish of the newest content, so that
 * two offices that edit different dates, or different changes, both succeed.
 */
export function addCoverRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, publisher, random } = options;
  const newId = () => `cover-${random.bytes(8).toString('hex')}`;

  const publish = (
    request: Request<{ schoolId: string; date: string }>,
    response: Response,
    target: string,
    change: (ofDate: readonly Cover[]) => readonly Cover[] | undefined,
  ) => {
    const date = readDate(request.params.date);
    const part = { what: `cover of ${date}`, target, missing: 'such cover' };
    return publishPart(publisher, request, response, part, (content) => {
      const { cover = [] } = content;
      const ofDate = change(cover.filter((item) => item.date === date));
      return (
        ofDate && { ...content, cover: [...cover.filter((item) => item.date !== date), ...ofDate] }
      );
    });
  };

  routes
    .route('/schools/:schoolId/cover/:date')
    .get(async ({ params }, response) => {
      const date = readDate(params.date);
      const { content, revision } = await readContent(store, params.schoolId);
      const { cover } = v.parse(storedSchema, JSON.parse(content));
      response.setHeader('etag', `"${revision}"`);
      response.json({ cover: cover.filter((item) => item.date === date) });
    })
    .put(async (request, response) => {
      const { date } = request.params;
      const checked = check(coverOfDateSchema, request.body);
      if (!checked.ok) throw invalid(checked.violations, 'invalid_content');
      const cover = checked.value.cover.map(({ id = newId(), ...item }) => ({ ...item, id, date }));
      response.json({ cover, ...(await publish(request, response, date, () => cover)) });
    })
    .post(async (request, response) => {
      const cover = readCover(request.body, newId(), request.params.date);
      const published = await publish(request, response, cover.id, (list) => [...list, cover]);
      response.status(201).json({ cover, ...published });
    });

  routes
    .route('/schools/:schoolId/cover/:date/:itemId')
    .put(async (request, response) => {
      const { date, itemId } = request.params;
      const cover = readCover(request.body, itemId, date);
      const published = await publish(request, response, itemId, (list) =>
        list.some(({ id }) => id === itemId)
          ? list.map((item) => (item.id === itemId ? cover : item))
          : [...list, cover],
      );
      response.json({ cover, ...published });
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
function readCover(body: unknown, id: string, date: string): Cover {
  const checked = check(coverInputSchema, body);
  if (!checked.ok) throw invalid(checked.violations, 'invalid_content');
  return { ...checked.value, id, date };
}
