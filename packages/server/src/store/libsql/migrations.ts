/** One step of the database's shape; each is one transaction, and none is ever changed. */
export interface Migration {
  /** From 1, without gaps; kept in the database's `user_version`. */
  readonly version: number;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE installation (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        epoch TEXT NOT NULL,
        changes INTEGER NOT NULL DEFAULT 0,
        realtime_default INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE schools (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        zone TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        horizon TEXT NOT NULL,
        realtime TEXT CHECK (realtime IN ('on', 'off')),
        changes INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE contents (
        school_id TEXT PRIMARY KEY REFERENCES schools (id),
        content TEXT NOT NULL
      ) STRICT;

      CREATE TABLE bodies (
        school_id TEXT NOT NULL REFERENCES schools (id),
        view_key TEXT NOT NULL,
        revision TEXT NOT NULL,
        etag TEXT NOT NULL,
        json BLOB NOT NULL,
        brotli BLOB NOT NULL,
        gzip BLOB NOT NULL,
        PRIMARY KEY (school_id, view_key)
      ) STRICT;

      CREATE TABLE screens (
        id TEXT PRIMARY KEY,
        school_id TEXT NOT NULL REFERENCES schools (id),
        token_hash TEXT NOT NULL UNIQUE,
        view_key TEXT NOT NULL,
        view TEXT NOT NULL,
        info TEXT NOT NULL,
        device_id TEXT,
        revoked_at_ms INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX screens_by_school ON screens (school_id);

      CREATE TABLE admin_keys (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        key_hash TEXT NOT NULL UNIQUE,
        created_at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 2,
    sql: `
      ALTER TABLE screens ADD COLUMN barred_device_id TEXT;
      ALTER TABLE schools ADD COLUMN multi_device INTEGER NOT NULL DEFAULT 0;

      CREATE TABLE pairings (
        secret_hash TEXT PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        token_hash TEXT NOT NULL,
        expires_at_ms INTEGER NOT NULL,
        kept_until_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 3,
    sql: `
      ALTER TABLE schools ADD COLUMN alerts TEXT NOT NULL DEFAULT '[]';

      CREATE TABLE documents (
        name TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        version INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE sights (
        school_id TEXT NOT NULL,
        screen_id TEXT NOT NULL,
        last_seen_ms INTEGER NOT NULL,
        reported_at_ms INTEGER NOT NULL DEFAULT 0,
        report TEXT,
        PRIMARY KEY (school_id, screen_id)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 4,
    sql: `
      CREATE TABLE flags (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        record TEXT NOT NULL
      ) STRICT;
      INSERT INTO flags (id, record)
        SELECT 1, '{"version":0,"isKilled":false,"percentage":null,"fallback":"on","rollout":null}'
        FROM installation WHERE realtime_default = 1;
      ALTER TABLE installation DROP COLUMN realtime_default;

      CREATE TABLE flag_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        school_id TEXT REFERENCES schools (id),
        changes TEXT NOT NULL
      ) STRICT;
      CREATE INDEX flag_changes_by_school ON flag_changes (school_id, id);

      CREATE TABLE rollout_lease (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        node TEXT NOT NULL,
        until_ms INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE rollout_observations (
        node TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        report TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    // The keys that there are own everything, as they always did.
    version: 5,
    sql: `
      ALTER TABLE admin_keys ADD COLUMN role TEXT NOT NULL DEFAULT 'owner'
        CHECK (role IN ('owner', 'it', 'office'));
      ALTER TABLE admin_keys ADD COLUMN schools TEXT;
      ALTER TABLE admin_keys ADD COLUMN expires_at_ms INTEGER;
      ALTER TABLE admin_keys ADD COLUMN revoked_at_ms INTEGER;
      ALTER TABLE admin_keys ADD COLUMN used_at_ms INTEGER;

      CREATE TABLE audit (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        note TEXT NOT NULL,
        school_id TEXT,
        result TEXT
      ) STRICT;
      CREATE INDEX audit_by_school ON audit (school_id, seq);
    `,
  },
  {
    version: 6,
    sql: "ALTER TABLE schools ADD COLUMN embed_origins TEXT NOT NULL DEFAULT '[]';",
  },
  {
    // It begins with the next publish of each school.
    version: 7,
    sql: `
      CREATE TABLE past_contents (
        school_id TEXT NOT NULL REFERENCES schools (id),
        sequence INTEGER NOT NULL,
        note TEXT NOT NULL,
        gzip BLOB NOT NULL,
        PRIMARY KEY (school_id, sequence)
      ) STRICT;
    `,
  },
];
