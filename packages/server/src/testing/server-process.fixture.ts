import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endWithTests } from './end-with-tests.fixture.js';

/** What is shipped: build before you run the tests that start it. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** The command line, as a program of its own. */
export const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** The server as a process of its own, which a test can kill. */
export class ServerProcess {
  /** Everything that was printed. */
  output = '';
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  readonly #child: ChildProcess;
  #look: () => void = () => undefined;

  /** @param command the program and its arguments. @default the server */
  constructor(settings: Readonly<Record<string, string>>, command: readonly string[] = [MAIN]) {
    const env = { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...settings };
    const child = spawn(process.execPath, [...command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    endWithTests(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
        this.#look();
      });
    }
    this.#child = child;
    this.ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  }

  /**
   * Waits until this has been printed.
   * @returns what the expression captured first, or all that it matched.
   */
  async printed(pattern: RegExp): Promise<string> {
    const found = new Promise<string>((resolve) => {
      this.#look = () => {
        const match = pattern.exec(this.output);
        if (match !== null) resolve(match[1] ?? match[0]);
      };
      this.#look();
    });
    const ended = this.ended.then((how) => {
      throw new Error(`The server ended (${how}):\n${this.output}`);
    });
    return Promise.race([found, ended]);
  }

  /** Where it listens. */
  async url(): Promise<string> {
    return `http://127.0.0.1:${await this.printed(/"port":(\d+)/)}`;
  }

  /** From now on nobody reads what it prints, as when the program that kept its log has died. */
  stopListening(): void {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  kill(signal: NodeJS.Signals): Promise<number | string> {
    this.#child.kill(signal);
    return this.ended;
  }
}
