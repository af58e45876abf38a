import type { AdminRoutes } from '../access/guard-routes.js';
import { createOpenApiDocument } from './openapi-document.js';

/** The description of this API, for tools and for people. */
export function addOpenApiRoutes(routes: AdminRoutes): void {
  const document = createOpenApiDocument();
  routes.route('/openapi.json').get((_request, response) => {
    response.json(document);
  });
}
