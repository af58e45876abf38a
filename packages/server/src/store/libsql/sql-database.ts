import Database from 'libsql';
import * as v from 'valibot';
import { StoreUnavailableError } from '../store-unavailable-error.js';

/** What may be bound: libsql's native code aborts the process on booleans and bare objects. */
export type SqlValue = string | number | Buffer | null;

type Statement = Database.Statement<[readonly SqlValue[]]>;

/**
 * One connection to a database file, with every row checked as it is read. Whatever the database
 * refuses becomes a `StoreUnavailableError`.
 */
export class SqlDatabase {
  readonly #connection: Database.Database;
  readonly #statements = new Map<string, Statement>();
  #open = true;

  /** @throws StoreUnavailableError if the file cannot be opened. */
  constructor(path: string) {
    try {
      this.#connection = new Database(path);
    } catch (cause) {
      // Where there is no connection yet, libsql throws plain errors, which say no more than a number.
      throw new StoreUnavailableError(`${path} cannot be opened and written by this user`, {
        cause,
      });
    }
  }

  /** Runs statements that take no values. */
  exec(sql: string): void {
    this.#use(() => this.#connection.exec(sql));
  }

  /** @returns how many rows changed. */
  run(sql: string, values: readonly SqlValue[] = []): number {
    return this.#use(() => this.#prepare(sql).run(values).changes);
  }

  all<T>(row: v.GenericSchema<unknown, T>, sql: string, values: readonly SqlValue[] = []): T[] {
    const rows = this.#use(() => this.#prepare(sql).all(values));
    return rows.map((value) => readRow(row, value));
  }

  get<T>(
    row: v.GenericSchema<unknown, T>,
    sql: string,
    values: readonly SqlValue[] = [],
  ): T | undefined {
    return this.all(row, sql, values)[0];
  }

  /** Whether a query finds anything. */
  has(sql: string, values: readonly SqlValue[]): boolean {
    return this.all(v.unknown(), sql, values).length > 0;
  }

  /** Commits what `work` wrote, or, if it throws, nothing of it. */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      // Some failures, such as a full disk, have rolled back already.
      if (this.#connection.inTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * The same without waiting for the disk: what it wrote survives the end of the process, and a power
   * cut once anything is written after it that does wait.
   */
  unsyncedTransaction<T>(work: () => T): T {
    this.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.transaction(work);
    } finally {
      this.exec('PRAGMA synchronous = FULL');
    }
  }

  /** Idempotent. */
  close(): void {
    if (!this.#open) return;
    try {
      // libsql keeps the file open, and so locked, until its statements are collected: let go first.
      if (this.#statements.size > 0) {
        this.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL;');
        this.exec('SELECT count(*) FROM sqlite_schema;');
      }
    } finally {
      this.#open = false;
      this.#statements.clear();
      this.#connection.close();
    }
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare<[readonly SqlValue[]]>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #use<T>(action: () => T): T {
    if (!this.#open) throw new StoreUnavailableError('the store is closed');
    return guard(action);
  }
}

function guard<T>(action: () => T): T {
  try {
    return action();
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
    throw new StoreUnavailableError(`the database refused: ${cause.message}`, { cause });
  }
}

function readRow<T>(schema: v.GenericSchema<unknown, T>, row: unknown): T {
  const result = v.safeParse(schema, row);
  if (result.success) return result.output;
  const fields = result.issues.map((issue) => v.getDotPath(issue) ?? 'row').join(', ');
  throw new StoreUnavailableError(`the database holds what cannot be read: ${fields}`, {
    cause: new v.ValiError(result.issues),
  });
}
