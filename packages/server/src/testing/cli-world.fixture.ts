import { failCli, runCli } from './run-cli.fixture.js';
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
  run(...args: string[]): Promise<string[]> {
    return runCli({ env: this.#env() }, args);
  }

  /** Runs a command that fails. @returns what the user is told. */
  failure(...args: string[]): Promise<string> {
    return failCli({ env: this.#env() }, args);
  }

  #env() {
    return { HALLBOARD_URL: this.server.url, HALLBOARD_KEY: this.server.adminKey };
  }
}
