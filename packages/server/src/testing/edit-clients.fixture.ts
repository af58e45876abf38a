import { createSystemClock } from '../adapters/system-clock.js';
import { AdminClient, RefusedError } from '../cli/admin-client.js';
import { Importer } from '../cli/import/importer.js';
import type { SchoolContent, SchoolContentInput } from '../content/schema/content-schema.js';
import { drawEdit, type Edit } from './random-edits.fixture.js';
import { drawImport, type RandomImport } from './random-imports.fixture.js';
import { createSeededRandom } from './seeded-random.fixture.js';
import { sendRequest, type TestAnswer } from './send-request.fixture.js';
import type { ServerNodes } from './server-nodes.fixture.js';

/** How many of the changes are imports. */
const IMPORT_SHARE = 0.25;

/** A change that the server took. */
export interface Accepted {
  /** The name of the key that made it. */
  readonly by: string;
  /** As the audit log calls it. */
  readonly action: string;
  readonly revision: string;
  readonly isImport: boolean;
  /** @param past the content at an earlier revision. */
  apply(
    before: SchoolContentInput,
    past: (revision: string) => SchoolContentInput,
  ): SchoolContentInput | Promise<SchoolContent>;
}

/** The status or the reason of those that it did not take, and how many there were. */
export type Refusals = Map<string, number>;

export interface EditOptions {
  readonly school: string;
  /** The revision that they all begin with, and none returns behind. */
  readonly base: string;
  /** All clients together. */
  readonly edits: number;
  readonly clients: number;
  readonly dates: readonly string[];
  readonly seed: string;
}

/** Several clients, each with a key of its own, change a school at once, at one or more nodes. */
export async function editTogether(nodes: ServerNodes, options: EditOptions) {
  const accepted: Accepted[] = [];
  const refused: Refusals = new Map();
  const { school, base, edits, clients, dates, seed } = options;
  await Promise.all(
    Array.from({ length: clients }, async (_, at) => {
      const client = await EditClient.start(nodes, at, school, base);
      const random = createSeededRandom(`${seed}/${at}`);
      for (let number = at; number < edits; number += clients) {
        const name = `edit-${number}`;
        const outcome =
          random.next() < IMPORT_SHARE
            ? await client.import(drawImport(random, name, dates))
            : await client.edit(await drawEdit(random, name, dates, client));
        if (typeof outcome === 'string') refused.set(outcome, (refused.get(outcome) ?? 0) + 1);
        else accepted.push(outcome);
      }
    }),
  );
  return { accepted, refused };
}

/** Somebody at a node, with a key of his own. */
export class EditClient {
  readonly #importer: Importer;

  private constructor(
    readonly name: string,
    private readonly server: string,
    private readonly key: string,
    private readonly school: string,
    private readonly base: string | undefined,
  ) {
    const client = new AdminClient({ server, key, fetch });
    this.#importer = new Importer(client, school, createSystemClock());
  }

  static async start(
    nodes: ServerNodes,
    at: number,
    school: string,
    base?: string,
  ): Promise<EditClient> {
    const name = `client ${at}`;
    const key = { name, role: 'it', schools: [school] };
    const { secret } = JSON.parse((await nodes.admin(0, 'POST', '/keys', key)).text);
    return new EditClient(name, nodes.node(at % nodes.nodes.length).url, secret, school, base);
  }

  async content() {
    const { text, headers } = await this.#send('GET', '/content');
    return { content: JSON.parse(text), revision: headers.etag?.slice(1, -1) ?? '' };
  }

  async revisions(): Promise<readonly string[]> {
    const { publishes } = JSON.parse((await this.#send('GET', '/history')).text);
    const revisions = publishes.map(({ revision }: { revision: string }) => revision);
    // The newest comes first.
    return this.base === undefined
      ? revisions
      : revisions.slice(0, revisions.indexOf(this.base) + 1 || undefined);
  }

  /** @returns why it was refused, or what was taken. */
  async edit({ method, path, body, ifMatch, action, apply }: Edit): Promise<Accepted | string> {
    const { status, text } = await this.#send(method, path, body, ifMatch);
    if (status >= 300) return String(status);
    const answer = JSON.parse(text);
    const made = { by: this.name, action, revision: answer.revision, isImport: false };
    return { ...made, apply: (before, past) => apply(before, answer, past) };
  }

  /** The same, by what `hallboard import` runs. */
  async import({ files, gone, apply }: RandomImport): Promise<Accepted | string> {
    try {
      const imported = await this.#importer.import(files, { gone });
      if (imported.kind !== 'published') return imported.kind;
      const { revision = '' } = imported;
      return { by: this.name, action: 'content.publish', revision, isImport: true, apply };
    } catch (error) {
      if (error instanceof RefusedError) return error.code;
      throw error;
    }
  }

  #send(method: string, path: string, body?: unknown, ifMatch?: string): Promise<TestAnswer> {
    return sendRequest(`${this.server}/api/admin/schools/${this.school}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}
