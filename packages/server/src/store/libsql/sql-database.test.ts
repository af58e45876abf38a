import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { SqlDatabase } from './sql-database.js';

const row = v.object({ id: v.number(), text: v.string() });

describe('SqlDatabase', () => {
  let database: SqlDatabase;
  beforeEach(() => {
    database = new SqlDatabase(':memory:');
    database.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL, extra BLOB)');
  });

  it('gives rows with the columns that were asked for, and none of the driver’s own', () => {
    database.run('INSERT INTO notes (text) VALUES (?)', ['one']);
    expect(database.get(row, 'SELECT * FROM notes WHERE id = ?', [1])).toEqual({
      id: 1,
      text: 'one',
    });
    expect(database.get(row, 'SELECT * FROM notes WHERE id = ?', [2])).toBeUndefined();
  });

  it('reads more rows than the driver hands over at once', () => {
    database.transaction(() => {
      for (let id = 1; id <= 250; id += 1)
        database.run('INSERT INTO notes VALUES (?, ?, NULL)', [id, 'x']);
    });
    expect(database.all(row, 'SELECT * FROM notes')).toHaveLength(250);
  });

  it('waits for the disk with every transaction but those that need not', () => {
    const level = v.object({ synchronous: v.number() });
    const synchronous = () => database.get(level, 'PRAGMA synchronous')?.synchronous;
    expect(database.unsyncedTransaction(synchronous)).toBe(1);
    expect(database.transaction(synchronous)).toBe(2);
    const failing = () => {
      throw new Error('no');
    };
    expect(() => database.unsyncedTransaction(failing)).toThrow('no');
    expect(synchronous()).toBe(2);
  });

  it('binds a lone buffer and a lone null, on which the driver would abort', () => {
    database.exec('CREATE TABLE blobs (data BLOB)');
    database.run('INSERT INTO blobs VALUES (?)', [Buffer.from('a')]);
    database.run('INSERT INTO blobs VALUES (?)', [null]);
    expect(database.has('SELECT 1 FROM blobs WHERE data = ?', [Buffer.from('a')])).toBe(true);
    expect(database.has('SELECT 1 FROM blobs WHERE data = ?', [Buffer.from('b')])).toBe(false);
  });

  it('names what it cannot read, instead of passing it on', () => {
    database.run('INSERT INTO notes (text) VALUES (?)', [Buffer.from([1])]);
    const read = () => database.get(row, 'SELECT * FROM notes');
    expect(read).toThrow(StoreUnavailableError);
    expect(read).toThrow('the database holds what cannot be read: text');
  });

  it('rolls a transaction back as a whole, and goes on', () => {
    const fail = () =>
      database.transaction(() => {
        database.run('INSERT INTO notes (text) VALUES (?)', ['lost']);
        throw new Error('changed my mind');
      });
    expect(fail).toThrow('changed my mind');
    database.run('INSERT INTO notes (text) VALUES (?)', ['kept']);
    expect(database.all(row, 'SELECT * FROM notes').map(({ text }) => text)).toEqual(['kept']);
  });

  it('[SRV-4] keeps what it has when there is no room for more, and says so', () => {
    database.run('INSERT INTO notes (text) VALUES (?)', ['kept']);
    database.exec('PRAGMA max_page_count = 4');
    const write = () =>
      database.transaction(() => {
        database.run('INSERT INTO notes (text, extra) VALUES (?, ?)', [
          'big',
          Buffer.alloc(100_000),
        ]);
      });
    expect(write).toThrow(StoreUnavailableError);
    expect(write).toThrow('database or disk is full');
    expect(database.all(row, 'SELECT * FROM notes').map(({ text }) => text)).toEqual(['kept']);
  });
});
