import type { Server } from 'node:http';
import { DisplayApi } from '../display/display-api.js';
import { closeHttp, createHttpServer, listen } from '../http/http-server.js';
import { createOriginPolicy } from '../http/origin-policy.js';
import { createRequestIds } from '../http/request-ids.js';
import { silentLogger } from '../logging/logger.js';
import type { MediaFiles } from '../media/media-files.js';
import { sendRequest, type TestAnswer, type TestRequest } from './send-request.fixture.js';
import { silentObserver } from './silent-observer.fixture.js';
import type { World } from './world.fixture.js';

export interface DisplayServerOptions {
  /** @default true */
  readonly realtimeAllowed?: boolean;
  /** @default [] */
  readonly corsOrigins?: readonly string[];
  /** @default none */
  readonly media?: Pick<MediaFiles, 'find' | 'open'>;
  /** @default 0 */
  readonly trustProxy?: number;
}

const NO_MEDIA = { find: async () => undefined, open: async () => undefined };

/** A world's display API on a port of its own. */
export class DisplayServer {
  private constructor(
    private readonly world: World,
    private readonly http: Server,
    readonly url: string,
  ) {}

  static async start(world: World, options: DisplayServerOptions = {}): Promise<DisplayServer> {
    const { realtimeAllowed = true, corsOrigins = [], trustProxy = 0, media = NO_MEDIA } = options;
    const { index, access, clock, random } = world;
    const display = new DisplayApi({
      witness: silentObserver,
      index,
      access,
      media,
      clock,
      realtimeAllowed,
      trustProxy,
      origins: createOriginPolicy({ publicUrl: undefined, corsOrigins }),
      logger: silentLogger,
      observer: silentObserver,
      nextRequestId: createRequestIds(random),
    });
    const http = createHttpServer((request, response) => {
      if (!display.handle(request, response)) response.writeHead(418).end();
    });
    const { port } = await listen(http, 0, '127.0.0.1');
    await world.index.start();
    return new DisplayServer(world, http, `http://127.0.0.1:${port}`);
  }

  /** A request with a screen's credentials. */
  ask(
    path: string,
    token: string,
    deviceId: string,
    { headers, ...request }: TestRequest = {},
  ): Promise<TestAnswer> {
    const credentials = { authorization: `Bearer ${token}`, 'x-display-device': deviceId };
    return sendRequest(this.url + path, { ...request, headers: { ...credentials, ...headers } });
  }

  close(): Promise<void> {
    return closeHttp(this.http, this.world.clock);
  }
}
