import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import type { Store } from '../store.js';
import {
  insertAdminKey,
  readAdminKeyByHash,
  readAdminKeys,
  revokeAdminKey,
  writeAdminKeyUse,
} from './admin-keys.js';
import { deleteAudit, insertAudit, readAudit, writeAuditResult } from './audit.js';
import { backUp } from './backup.js';
import { claimScreen, readmitDevice, replaceToken, unbindScreen } from './bindings.js';
import { readCounters } from './change-counters.js';
import { readDocument, writeDocument } from './documents.js';
import { fileStamp } from './file-stamp.js';
import { createFlagStore } from './flags.js';
import { ensureInstallation, readEpoch } from './installation.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations.js';
import { openDatabase } from './open-database.js';
import { insertPairing, readPairingByCode, readPairingBySecret } from './pairings.js';
import { readHistory, readPastContent } from './past-contents.js';
import { insertSchool, readBodies, readContent, writePublish } from './publishes.js';
import {
  readSchool,
  readSchools,
  writeSchoolEmbedOrigins,
  writeSchoolMultiDevice,
  writeSchoolRealtime,
} from './schools.js';
import {
  insertScreen,
  readScreen,
  readScreenByTokenHash,
  readScreens,
  revokeScreen,
  updateScreen,
} from './screens.js';
import { readSights, writeSights } from './sights.js';
import type { SqlDatabase } from './sql-database.js';

/** A store that this process has for itself, and so has to back up itself. */
export interface EmbeddedStore extends Store {
  /**
   * Writes all that was acknowledged so far into a new database file, while the store is in use.
   * Nothing else is done meanwhile: a hundred schools take a blink.
   */
  backUp(path: string): Promise<void>;
}

export interface LibsqlStoreOptions {
  /** The database file. Its directory is made if missing, and belongs to one process (SRV-1). */
  readonly path: string;
  /** Names the backups that precede migrations. */
  readonly clock: Clock;
  /** Makes the epoch of a new database. */
  readonly random: Random;
}

/**
 * Opens the embedded store, and makes or migrates its database.
 * @throws StoreInUseError if another process has it open.
 * @throws StoreMigrationError if it cannot be brought to this version's shape.
 * @throws StoreUnavailableError if it cannot be opened.
 */
export async function openLibsqlStore(options: LibsqlStoreOptions): Promise<EmbeddedStore> {
  const { path, clock, random } = options;
  const database = openDatabase(path);
  try {
    migrate(database, MIGRATIONS, (version) => `${path}.v${version}.${fileStamp(clock)}.backup`);
    ensureInstallation(database, random);
  } catch (error) {
    database.close();
    throw error;
  }
  return createStore(database);
}

/** The database works synchronously; `async` turns what it throws into rejections. */
function createStore(database: SqlDatabase): EmbeddedStore {
  return {
    epoch: async () => readEpoch(database),
    counters: async () => readCounters(database),
    schools: async () => readSchools(database),
    school: async (schoolId) => readSchool(database, schoolId),
    addSchool: async (schoolId, state) => insertSchool(database, schoolId, state),
    setSchoolRealtime: async (schoolId, realtime, change) =>
      writeSchoolRealtime(database, schoolId, realtime, change),
    setSchoolMultiDevice: async (schoolId, allowed) =>
      writeSchoolMultiDevice(database, schoolId, allowed),
    setSchoolEmbedOrigins: async (schoolId, origins) =>
      writeSchoolEmbedOrigins(database, schoolId, origins),
    content: async (schoolId) => readContent(database, schoolId),
    publish: async (write) => writePublish(database, write),
    history: async (schoolId) => readHistory(database, schoolId),
    pastContent: async (schoolId, sequence) => readPastContent(database, schoolId, sequence),
    bodies: async (schoolId) => readBodies(database, schoolId),
    screens: async (schoolId, part) => readScreens(database, schoolId, part),
    screen: async (screenId) => readScreen(database, screenId),
    screenByTokenHash: async (tokenHash) => readScreenByTokenHash(database, tokenHash),
    addScreen: async (screen) => insertScreen(database, screen),
    updateScreen: async (screen) => updateScreen(database, screen),
    revokeScreen: async (screenId, atMs) => revokeScreen(database, screenId, atMs),
    claimScreen: async (screenId, deviceId, lapsed) =>
      claimScreen(database, screenId, deviceId, lapsed),
    unbindScreen: async (screenId) => unbindScreen(database, screenId),
    readmitDevice: async (screenId) => readmitDevice(database, screenId),
    replaceToken: async (screenId, tokenHash, owner) =>
      replaceToken(database, screenId, tokenHash, owner),
    addPairing: async (pairing, nowMs) => insertPairing(database, pairing, nowMs),
    pairingByCode: async (code) => readPairingByCode(database, code),
    pairingBySecret: async (secretHash) => readPairingBySecret(database, secretHash),
    // These are asked for one school after another: in between it is everybody else's turn.
    sights: async (schoolId) => {
      await nextTurn();
      return readSights(database, schoolId);
    },
    saveSights: async (schoolId, sights) => {
      await nextTurn();
      writeSights(database, schoolId, sights);
    },
    document: async (name) => readDocument(database, name),
    writeDocument: async (name, text, replaces) => writeDocument(database, name, text, replaces),
    adminKeys: async () => readAdminKeys(database),
    adminKeyByHash: async (keyHash) => readAdminKeyByHash(database, keyHash),
    addAdminKey: async (key) => insertAdminKey(database, key),
    backUp: async (path) => backUp(database, path),
    ...createFlagStore(database),
    revokeAdminKey: async (keyId, atMs) => revokeAdminKey(database, keyId, atMs),
    noteAdminKeyUse: async (keyId, atMs) => writeAdminKeyUse(database, keyId, atMs),
    beginAudit: async (note, maxEntries) => insertAudit(database, note, maxEntries),
    settleAudit: async (seq, result) => writeAuditResult(database, seq, result),
    dropAudit: async (seq) => deleteAudit(database, seq),
    audit: async (query) => readAudit(database, query),
    close: async () => database.close(),
  };
}
