import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithTests } from './end-with-tests.fixture.js';
import { freePort } from './free-port.fixture.js';

/** Durable, as the server wants it (SRV-3). */
const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always'];

/** A real redis-server on a port and a directory of its own. */
export class RedisServer {
  #child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    readonly directory: string,
    private readonly settings: readonly string[],
  ) {}

  /** @param settings arguments of redis-server. @default what the server wants */
  static async start(settings: readonly string[] = DURABLE): Promise<RedisServer> {
    const directory = mkdtempSync(join(tmpdir(), 'hallboard-redis-'));
    const redis = new RedisServer(await freePort(), directory, settings);
    await redis.restart();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again on the data that it left. */
  async restart(): Promise<void> {
    const port = String(this.port);
    const args = ['--port', port, '--bind', '127.0.0.1', '--dir', this.directory, '--save', ''];
    const child = spawn('redis-server', [...args, ...this.settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    endWithTests(child);
    this.#child = child;
    let output = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ready to accept connections')) resolve();
      });
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`redis-server ended (${code}):\n${output}`)));
    });
  }

  /** Sends a signal; after `SIGKILL` it is gone when this resolves. */
  async signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill(signal);
    if (signal === 'SIGKILL') await closed;
  }

  /** Ends it and removes its data. */
  async dispose(): Promise<void> {
    await this.signal('SIGKILL');
    rmSync(this.directory, { recursive: true, force: true });
  }
}
