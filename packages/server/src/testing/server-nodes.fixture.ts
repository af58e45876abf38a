import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendRequest, type TestAnswer } from './send-request.fixture.js';
import { ServerProcess } from './server-process.fixture.js';

/** One node: a process, and the directory that it has to itself. */
export interface ServerNode {
  readonly process: ServerProcess;
  readonly url: string;
  readonly dataDir: string;
}

/** Equal nodes as processes of their own, and an administrator's key to all of them. */
export class ServerNodes {
  readonly #directories: string[] = [];
  readonly #processes: ServerProcess[] = [];

  private constructor(
    readonly nodes: readonly ServerNode[],
    private readonly adminKey: string,
  ) {}

  /**
   * @param count more than 1 needs a REDIS_URL.
   * @param settings beside the data directory.
   */
  static async start(
    count: number,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ServerNodes> {
    const nodes: ServerNode[] = [];
    const first = startNode(settings);
    const adminKey = await first.process.printed(/key: (hb_[0-9a-f]{64})\n/);
    const others = Array.from({ length: count - 1 }, () => startNode(settings));
    for (const node of [first, ...others]) {
      nodes.push({ ...node, url: await node.process.url() });
    }
    const started = new ServerNodes(nodes, adminKey);
    for (const { process, dataDir } of nodes) started.#owns(process, dataDir);
    return started;
  }

  /** The n-th node, from 0. */
  node(at: number): ServerNode {
    const node = this.nodes[at];
    if (node === undefined) throw new Error(`there is no node ${at}`);
    return node;
  }

  /** Starts another process on the data of the n-th node. */
  restart(at: number, settings: Readonly<Record<string, string>> = {}): ServerProcess {
    const { dataDir } = this.node(at);
    const process = new ServerProcess({ DATA_DIR: dataDir, ...settings });
    this.#owns(process, dataDir);
    return process;
  }

  /** A request of an administrator to the n-th node. */
  admin(at: number, method: string, path: string, body?: unknown): Promise<TestAnswer> {
    return sendRequest(`${this.node(at).url}/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${this.adminKey}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Adds a school, through the first node. */
  async addSchool(id: string): Promise<void> {
    const school = { id, name: id, zone: 'Europe/Madrid', locale: 'en-GB' };
    const { status, text } = await this.admin(0, 'POST', '/schools', school);
    if (status !== 201) throw new Error(`the school was refused: ${text}`);
  }

  /** Adds a screen, through the first node. @returns its token. */
  async addScreen(schoolId: string, id: string): Promise<string> {
    const answer = await this.admin(0, 'POST', `/schools/${schoolId}/screens`, { id, name: id });
    if (answer.status !== 201) throw new Error(`the screen was refused: ${answer.text}`);
    return JSON.parse(answer.text).token;
  }

  /** Publishes a school's content again, as it is. @returns the answer. */
  async publish(at: number, schoolId: string): Promise<TestAnswer> {
    const read = await this.admin(at, 'GET', `/schools/${schoolId}/content`);
    if (read.status !== 200) return read;
    return this.admin(at, 'PUT', `/schools/${schoolId}/content`, JSON.parse(read.text));
  }

  /** Ends every process and removes what they left. */
  async dispose(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.kill('SIGKILL')));
    for (const directory of this.#directories) rmSync(directory, { recursive: true, force: true });
  }

  #owns(process: ServerProcess, dataDir: string): void {
    this.#processes.push(process);
    this.#directories.push(dataDir);
  }
}

function startNode(settings: Readonly<Record<string, string>>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'hallboard-node-'));
  return { dataDir, process: new ServerProcess({ DATA_DIR: dataDir, ...settings }) };
}

/** A request of a screen's device. */
export function askAsDevice(
  url: string,
  token: string,
  deviceId: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<TestAnswer> {
  return sendRequest(url, {
    headers: { authorization: `Bearer ${token}`, 'x-display-device': deviceId, ...headers },
  });
}
