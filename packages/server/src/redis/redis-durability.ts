import { RedisUnavailableError } from './redis-unavailable-error.js';
import { readText } from './replies.js';

/** One thing about a Redis that may lose what it acknowledged, and what mends it. */
export interface DurabilityFault {
  readonly fault: string;
  readonly remedy: string;
}

type Send = (command: readonly string[]) => Promise<unknown>;

/**
 * Looks for settings that make Redis no place for durable data (SRV-3).
 * @throws RedisUnavailableError if Redis cannot answer.
 */
export async function findDurabilityFaults(send: Send): Promise<readonly DurabilityFault[]> {
  const memory = readText(await send(['INFO', 'memory'])) ?? '';
  const persistence = readText(await send(['INFO', 'persistence'])) ?? '';
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'unknown';
  const faults: DurabilityFault[] = [];
  if (policy !== 'noeviction') {
    faults.push({
      fault: `maxmemory-policy is ${policy}`,
      remedy: 'redis-cli CONFIG SET maxmemory-policy noeviction',
    });
  }
  if (!/^aof_enabled:1/m.test(persistence)) {
    faults.push({ fault: 'appendonly is no', remedy: 'redis-cli CONFIG SET appendonly yes' });
  }
  const fsync = await readFsync(send);
  if (fsync !== 'always') {
    faults.push({
      fault: `appendfsync is ${fsync}`,
      remedy: 'redis-cli CONFIG SET appendfsync always',
    });
  }
  return faults;
}

/** Managed services forbid CONFIG; then nobody can tell. */
async function readFsync(send: Send): Promise<string> {
  try {
    const reply = await send(['CONFIG', 'GET', 'appendfsync']);
    return (Array.isArray(reply) ? readText(reply[1]) : undefined) ?? 'unknown';
  } catch (error) {
    if (error instanceof RedisUnavailableError && error.isRefusal) return 'unknown';
    throw error;
  }
}
