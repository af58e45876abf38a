import { createProgram } from '../cli/program.js';
import { TestServer } from './test-server.fixture.js';

/** The command line beside a server with one school, `north`, and one screen, `hall`. */
export class CliWorld {
  private constructor(readonly server: TestServer) {}

  static async start(): Promise<CliWorld> {
    const server = await TestServer.start();
    await server.addSchool('north', 'hall');
    return new CliWorld(server);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** Runs a command. @returns the lines that it printed. */
  async run(...args: string[]): Promise<string[]> {
    const lines: string[] = [];
    const program = createProgram({
      env: { HALLBOARD_URL: this.server.url, HALLBOARD_KEY: this.server.adminKey },
      fetch,
      print: (line) => lines.push(line),
      readFile: (path) => Promise.reject(new Error(`ENOENT: no such file ${path}`)),
    });
    await program.parseAsync(args, { from: 'user' });
    return lines;
  }

  /** Runs a command that fails. @returns what the user is told. */
  async failure(...args: string[]): Promise<string> {
    const error = await this.run(...args).then(
      () => new Error('it did not fail'),
      (reason: unknown) => reason,
    );
    return error instanceof Error ? error.message : String(error);
  }
}
