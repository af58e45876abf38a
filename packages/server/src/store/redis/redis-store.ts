import type { Logger } from '../../logging/logger.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { RedisConnection } from '../../redis/redis-connection.js';
import { findDurabilityFaults } from '../../redis/redis-durability.js';
import { readText } from '../../redis/replies.js';
import { UnsafeRedisError } from '../../redis/unsafe-redis-error.js';
import type { Store } from '../store.js';
import {
  addAdminKey,
  readAdminKeyByHash,
  readAdminKeys,
  revokeAdminKey,
  writeAdminKeyUse,
} from './admin-keys.js';
import { beginAudit, dropAudit, readAudit, settleAudit } from './audit.js';
import { claimScreen, readmitDevice, replaceToken, unbindScreen } from './bindings.js';
import { readDocument, writeDocument } from './documents.js';
import { createFlagStore } from './flags.js';
import { readEpoch } from './installation.js';
import { INSTALLATION } from './keys.js';
import { addPairing, readPairingByCode, readPairingBySecret } from './pairings.js';
import { readHistory, readPastContent } from './past-contents.js';
import { addSchool, publish, readBodies, readContent } from './publishes.js';
import { RedisData } from './redis-data.js';
import { readCounters, readSchool, readSchools, writeSchoolFlag } from './schools.js';
import {
  addScreen,
  readScreen,
  readScreenByTokenHash,
  readScreens,
  revokeScreen,
  updateScreen,
} from './screens.js';
import { readSights, writeSights } from './sights.js';

/** What a node remembers of the store over its restarts. */
export interface EpochMemory {
  /** @returns the epoch of the store that the node has used, if it has used one. */
  read(): Promise<string | undefined>;
  write(epoch: string): Promise<void>;
}

/** How long a start waits for a Redis that is there. */
const FIRST_ANSWER_MS = 2000;

export interface RedisStoreOptions {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  /** Accepts a Redis that may lose what it acknowledged (SRV-3). */
  readonly allowLoss: boolean;
  /** How long an answer is waited for. */
  readonly deadlineMs: number;
  readonly clock: Clock;
  /** A node that has used a store begins no other where that is gone (SRV-4). */
  readonly memory: EpochMemory;
  /** Makes the epoch of a new store. */
  readonly random: Random;
  readonly logger: Logger;
}

/**
 * Opens the store that many nodes share. Resolves also while Redis cannot be reached: then every
 * method rejects until it can (SRV-9).
 * @throws UnsafeRedisError if Redis may lose what it acknowledges, and that is not accepted (SRV-3).
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<Store> {
  let answered: () => void = () => undefined;
  const firstAnswer = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const preparation = new Preparation(options, (...command) => connection.send(command));
  const connection = new RedisConnection({
    ...options,
    onReady() {
      preparation.renew();
      answered();
    },
  });
  const cancel = options.clock.setTimer(FIRST_ANSWER_MS, answered);
  await firstAnswer;
  cancel();
  try {
    await preparation.ensure();
  } catch (error) {
    if (error instanceof UnsafeRedisError) {
      connection.close();
      throw error;
    }
    options.logger.error('The store cannot be reached; trying on', { reason: String(error) });
  }
  return createStore(new RedisData(connection, () => preparation.ensure()), connection);
}

/** What has to be known of a Redis, on each connection anew, before anything is asked of it. */
class Preparation {
  #done: Promise<void> | undefined;
  /** The store had an epoch once; if it has none now, it was lost, and is not begun anew (SRV-4). */
  #wasHeld = false;

  constructor(
    private readonly options: RedisStoreOptions,
    private readonly send: (...command: readonly string[]) => Promise<unknown>,
  ) {}

  renew(): void {
    this.#done = undefined;
  }

  ensure(): Promise<void> {
    if (this.#done === undefined) {
      const done = this.#prepare();
      this.#done = done;
      // Whoever awaits `done` hears of the failure; the next one tries again.
      done.catch(() => {
        if (this.#done === done) this.#done = undefined;
      });
    }
    return this.#done;
  }

  async #prepare(): Promise<void> {
    await this.#assertDurable();
    if (this.#wasHeld) return;
    const { memory, random, logger } = this.options;
    const known = await memory.read();
    if (known === undefined) {
      const epoch = random.bytes(8).readBigUInt64BE().toString(36);
      await this.send('HSETNX', INSTALLATION, 'epoch', epoch);
    }
    const held = readText(await this.send('HGET', INSTALLATION, 'epoch'));
    if (held === undefined) logger.error('The data is gone from Redis: restore it (docs/redis.md)');
    else if (held !== known) await memory.write(held);
    this.#wasHeld = true;
  }

  async #assertDurable(): Promise<void> {
    const faults = await findDurabilityFaults((command) => this.send(...command));
    if (faults.length === 0) return;
    if (!this.options.allowLoss) throw new UnsafeRedisError(faults);
    this.options.logger.warn('REDIS_ALLOW_LOSS: Redis may lose what it acknowledged', {
      accepted: faults.map(({ fault }) => fault).join(', '),
    });
  }
}

function createStore(redis: RedisData, connection: RedisConnection): Store {
  return {
    epoch: () => readEpoch(redis),
    counters: () => readCounters(redis),
    schools: () => readSchools(redis),
    school: (schoolId) => readSchool(redis, schoolId),
    addSchool: (schoolId, state) => addSchool(redis, schoolId, state),
    setSchoolRealtime: (schoolId, realtime, change) =>
      writeSchoolFlag(redis, schoolId, 'realtime', realtime, change),
    setSchoolMultiDevice: (schoolId, allowed) =>
      writeSchoolFlag(redis, schoolId, 'multi-device', allowed ? 'on' : undefined),
    setSchoolEmbedOrigins: (schoolId, origins) =>
      writeSchoolFlag(redis, schoolId, 'embed-origins', JSON.stringify(origins)),
    content: (schoolId) => readContent(redis, schoolId),
    publish: (write) => publish(redis, write),
    history: (schoolId) => readHistory(redis, schoolId),
    pastContent: (schoolId, sequence) => readPastContent(redis, schoolId, sequence),
    bodies: (schoolId) => readBodies(redis, schoolId),
    screens: (schoolId, part) => readScreens(redis, schoolId, part),
    screen: (screenId) => readScreen(redis, screenId),
    screenByTokenHash: (tokenHash) => readScreenByTokenHash(redis, tokenHash),
    addScreen: (screen) => addScreen(redis, screen),
    updateScreen: (screen) => updateScreen(redis, screen),
    revokeScreen: (screenId, atMs) => revokeScreen(redis, screenId, atMs),
    claimScreen: (screenId, deviceId, lapsed) => claimScreen(redis, screenId, deviceId, lapsed),
    unbindScreen: (screenId) => unbindScreen(redis, screenId),
    readmitDevice: (screenId) => readmitDevice(redis, screenId),
    replaceToken: (screenId, tokenHash, owner) => replaceToken(redis, screenId, tokenHash, owner),
    addPairing: (pairing, nowMs) => addPairing(redis, pairing, nowMs),
    pairingByCode: (code) => readPairingByCode(redis, code),
    pairingBySecret: (secretHash) => readPairingBySecret(redis, secretHash),
    sights: (schoolId) => readSights(redis, schoolId),
    saveSights: (schoolId, sights) => writeSights(redis, schoolId, sights),
    document: (name) => readDocument(redis, name),
    writeDocument: (name, text, replaces) => writeDocument(redis, name, text, replaces),
    adminKeys: () => readAdminKeys(redis),
    adminKeyByHash: (keyHash) => readAdminKeyByHash(redis, keyHash),
    addAdminKey: (key) => addAdminKey(redis, key),
    ...createFlagStore(redis),
    revokeAdminKey: (keyId, atMs) => revokeAdminKey(redis, keyId, atMs),
    noteAdminKeyUse: (keyId, atMs) => writeAdminKeyUse(redis, keyId, atMs),
    beginAudit: (note, maxEntries) => beginAudit(redis, note, maxEntries),
    settleAudit: (seq, result) => settleAudit(redis, seq, result),
    dropAudit: (seq) => dropAudit(redis, seq),
    audit: (query) => readAudit(redis, query),
    close: async () => connection.close(),
  };
}
