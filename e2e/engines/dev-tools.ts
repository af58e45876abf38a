import type WebSocket from 'ws';

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One page's DevTools protocol, as far as engines of 2018 speak it. */
export class DevTools {
  readonly errors: string[] = [];
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: Incoming) => void>();

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => this.received(JSON.parse(String(data)) as Incoming));
  }

  /** @throws Error where the protocol refuses. */
  async call(method: string, params: object = {}): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    const answered = new Promise<Incoming>((resolve) => this.waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  private received(message: Incoming): void {
    if (message.id !== undefined) {
      this.waiting.get(message.id)?.(message);
      this.waiting.delete(message.id);
    } else if (message.method === 'Runtime.exceptionThrown') {
      this.errors.push(JSON.stringify(message.params));
    } else if (
      message.method === 'Log.entryAdded' &&
      /"level":"error"/.test(JSON.stringify(message.params))
    ) {
      this.errors.push(JSON.stringify(message.params));
    }
  }
}
