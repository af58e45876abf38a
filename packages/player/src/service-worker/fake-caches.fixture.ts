type Stored = Map<string, string>;

/** Cache Storage in memory, as far as the worker uses it. */
export class FakeCaches {
  readonly stored = new Map<string, Stored>();
  /** The name of a cache that never opens. */
  hanging: string | undefined;
  /** Nothing can be read any more. */
  isBroken = false;
  private wakers: (() => void)[] = [];

  /** Opens what hangs by now. */
  wake(): void {
    this.hanging = undefined;
    for (const open of this.wakers) open();
  }

  /** The names of the caches that there are. */
  get names(): string[] {
    return [...this.stored.keys()];
  }

  /** Puts a build there with its page and one script, which say whose they are. */
  addBuild(cacheName: string, build: string): void {
    const files = new Map([
      ['/screen', `page of ${build}`],
      [`/assets/${build}.js`, `script of ${build}`],
    ]);
    this.stored.set(cacheName, files);
  }

  asCacheStorage(): CacheStorage {
    const used: Pick<CacheStorage, 'open' | 'keys' | 'delete'> = {
      open: async (name) => {
        if (this.isBroken) throw new DOMException('Unexpected internal error', 'UnknownError');
        if (name === this.hanging) await new Promise<void>((open) => this.wakers.push(open));
        const files = this.stored.get(name) ?? new Map<string, string>();
        this.stored.set(name, files);
        return cacheOf(files);
      },
      keys: async () => this.names,
      delete: async (name) => this.stored.delete(name),
    };
    return used as CacheStorage;
  }
}

function cacheOf(files: Stored): Cache {
  const used: Pick<Cache, 'match' | 'put'> = {
    match: async (request) => {
      const text = files.get(pathOf(request));
      return text === undefined ? undefined : new Response(text);
    },
    put: async (request, response) => {
      files.set(pathOf(request), await response.text());
    },
  };
  return used as Cache;
}

function pathOf(request: RequestInfo | URL): string {
  const address = request instanceof Request ? request.url : request;
  return new URL(address, 'https://board.test').pathname;
}
