import { WebSocket } from 'ws';

/** A real socket of a test: it collects what arrives. */
export class RealSocket {
  readonly frames: ReturnType<typeof JSON.parse>[] = [];
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  /** Resolves with the status of a refused upgrade, or 101. */
  readonly upgraded: Promise<number>;
  readonly #socket: WebSocket;
  #waiting: { readonly type: string; readonly resolve: (frame: unknown) => void }[] = [];

  constructor(url: string, options: { readonly origin?: string } = {}) {
    const socket = new WebSocket(url.replace('http', 'ws'), options);
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.on('close', resolve));
    this.upgraded = new Promise((resolve) => {
      socket.on('open', () => resolve(101));
      socket.on('unexpected-response', (request, response) => {
        resolve(response.statusCode ?? 0);
        request.destroy();
      });
    });
    // What a test expects of a failed socket, it sees in `closed` or `upgraded`.
    socket.on('error', () => undefined);
    socket.on('message', (data) => this.#received(JSON.parse(String(data))));
  }

  async send(frame: unknown): Promise<void> {
    await this.upgraded;
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** The next frame of this type, or the last that has arrived. */
  next(type: string): Promise<ReturnType<typeof JSON.parse>> {
    const arrived = this.frames.filter((frame) => frame.type === type).at(-1);
    if (arrived !== undefined) return Promise.resolve(arrived);
    return new Promise((resolve) => this.#waiting.push({ type, resolve }));
  }

  /** Goes without a word, as when the power fails. */
  close(): void {
    this.#socket.terminate();
  }

  /** Says that the page is left, as a browser does. */
  leave(): void {
    this.#socket.close(1001);
  }

  #received(frame: ReturnType<typeof JSON.parse>): void {
    this.frames.push(frame);
    const waiting = this.#waiting;
    this.#waiting = waiting.filter(({ type }) => type !== frame.type);
    for (const { type, resolve } of waiting) if (type === frame.type) resolve(frame);
  }
}
