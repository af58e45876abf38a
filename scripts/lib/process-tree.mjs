/** Ends a child and everything that it started, also what moved to a process group of its own. */
import { readdirSync, readFileSync } from 'node:fs';

/** How long a child may take to end by itself before it is killed. */
const GRACE_MS = 3_000;

/**
 * @param {import('node:child_process').ChildProcess} child started with `detached: true`
 * @returns {Promise<void>}
 */
export async function killTree(child) {
  if (child.pid === undefined) return;
  const family = [child.pid, ...descendants(child.pid, parentsOf())];
  signal(-child.pid, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  while (family.some(isAlive) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const pid of [-child.pid, ...family]) signal(pid, 'SIGKILL');
}

/**
 * @param {number} pid
 * @param {ReadonlyMap<number, number>} parents each process's parent
 * @returns {number[]}
 */
function descendants(pid, parents) {
  const children = [...parents].filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [child, ...descendants(child, parents)]);
}

/** Where there is no /proc (macOS), the process group alone has to do. */
function parentsOf() {
  /** @type {Map<number, number>} */
  const parents = new Map();
  for (const entry of list('/proc')) {
    const parent = /^PPid:\s*(\d+)$/m.exec(read(`/proc/${entry}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(entry), Number(parent));
  }
  return parents;
}

/** @param {string} directory */
function list(directory) {
  try {
    return readdirSync(directory).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** @param {string} path of a process that may be gone by now */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {number} pid
 * @returns {boolean} `false` also for a zombie, which only waits for its parent to notice
 */
export function isAlive(pid) {
  return signal(pid, 0) && !/^State:\s*Z/m.test(read(`/proc/${pid}/status`));
}

/**
 * @param {number} pid negative for a whole process group
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} whether there was anybody to receive it
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
