import { errorBodySchema } from '@hallboard/shared';
import * as v from 'valibot';
import { CliError } from './cli-context.js';

/** A refusal of the server, with what it said. */
export class RefusedError extends CliError {
  constructor(
    readonly code: string,
    message: string,
    readonly violations: readonly { readonly path: string; readonly message: string }[],
  ) {
    super([message, ...violations.map(describeViolation)].join('\n'));
  }
}

export interface AdminClientOptions {
  /** Origin of the server. */
  readonly server: string;
  readonly key: string;
  readonly fetch: typeof fetch;
}

export interface AdminRequest {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as they are, instead of a body. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Speaks the administrators' API. */
export class AdminClient {
  constructor(private readonly options: AdminClientOptions) {}

  /**
   * @param schema what the answer has to be.
   * @throws CliError if there is no answer, or another; RefusedError if the server refuses.
   */
  async call<T>(
    method: string,
    path: string,
    schema: v.GenericSchema<unknown, T>,
    request: AdminRequest = {},
  ): Promise<T> {
    return (await this.callTagged(method, path, schema, request)).value;
  }

  /** The same, with the `ETag` that a change may be made on top of. */
  async callTagged<T>(
    method: string,
    path: string,
    schema: v.GenericSchema<unknown, T>,
    request: AdminRequest = {},
  ): Promise<{ readonly value: T; readonly etag: string }> {
    const { server } = this.options;
    const response = await this.#send(method, path, request);
    const value = await response.json().catch(() => undefined);
    if (!response.ok) throw refusal(response.status, value, server);
    const result = v.safeParse(schema, value);
    if (!result.success) throw new CliError(`${server} gave an answer of another version`);
    return { value: result.output, etag: response.headers.get('etag') ?? '' };
  }

  async #send(method: string, path: string, request: AdminRequest): Promise<Response> {
    const { server, key, fetch } = this.options;
    const { body, bytes, headers } = request;
    const sent = bytes ?? (body === undefined ? undefined : JSON.stringify(body));
    const type = bytes === undefined ? 'application/json' : 'application/octet-stream';
    try {
      return await fetch(`${server}/api/admin${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': type, ...headers },
        ...(sent === undefined ? {} : { body: sent }),
      });
    } catch (cause) {
      throw new CliError(
        `No server answers at ${server}${reasonOf(cause)}. Start it, or name another with --server.`,
        { cause },
      );
    }
  }
}

/** What more there is to say than that nobody listens there, such as of a certificate. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error) || !('code' in cause) || cause.code === 'ECONNREFUSED') return '';
  return ` (${String(cause.code)})`;
}

function refusal(status: number, value: unknown, server: string): CliError {
  const body = v.safeParse(errorBodySchema, value);
  if (!body.success) return new CliError(`${server} is no Hallboard server (status ${status})`);
  const { error, message, violations = [] } = body.output;
  const isAboutKey = error === 'token_required' || error === 'forbidden';
  if (isAboutKey && violations.length === 0) {
    return new CliError(`${message}. Set HALLBOARD_KEY to a key that may do this.`);
  }
  return new RefusedError(error, message, violations);
}

function describeViolation({ path, message }: { path: string; message: string }): string {
  return path === '' ? `  ${message}` : `  ${path}: ${message}`;
}
