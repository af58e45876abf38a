import type { Place } from './key-value.js';

const KEY = 'database';

/** Boots that a database may fail to open before it is given up (STORE-9). */
const FAILURES_ALLOWED = 2;

interface Entry {
  readonly generation: number;
  /** Boots in a row on which it did not open. */
  readonly failures: number;
}

/** Remembers, outside the database, how it is called and whether it opens (STORE-9). */
export interface DatabaseName {
  /** Never rejects. */
  choose(): Promise<{ readonly name: string; readonly replaced: string | undefined }>;
  /** Call it once the first use of the database has ended, or was given up. Never rejects. */
  report(opened: boolean): Promise<void>;
}

/** @param register a place that works where the database does not. */
export function createDatabaseName(register: Place): DatabaseName {
  const entry = readEntry();

  async function readEntry(): Promise<Entry> {
    const stored = parseEntry(await register.get(KEY).catch(() => undefined));
    if (stored.failures < FAILURES_ALLOWED) return stored;
    return { generation: stored.generation + 1, failures: 0 };
  }

  return {
    async choose() {
      const { generation } = await entry;
      const replaced = generation > 1 ? databaseName(generation - 1) : undefined;
      return { name: databaseName(generation), replaced };
    },
    async report(opened) {
      const { generation, failures } = await entry;
      const next: Entry = { generation, failures: opened ? 0 : failures + 1 };
      // Where even this cannot be kept, the name stays what it is.
      await register.set(KEY, JSON.stringify(next)).catch(() => undefined);
    },
  };
}

function databaseName(generation: number): string {
  return generation === 1 ? 'hallboard' : `hallboard-${generation}`;
}

function parseEntry(text: string | undefined): Entry {
  const first: Entry = { generation: 1, failures: 0 };
  if (text === undefined) return first;
  try {
    const { generation, failures } = JSON.parse(text) as Partial<Entry>;
    return Number.isSafeInteger(generation) && Number.isSafeInteger(failures)
      ? { generation: Number(generation), failures: Number(failures) }
      : first;
  } catch {
    return first;
  }
}
