import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How long a child may take for anything that it is asked. */
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * A server in a process of its own, so that its processor time can be told from the load's.
 *
 * @param {string} script next to this file
 * @param {readonly string[]} args
 */
export async function startChild(script, args = []) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, args, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new AbortController();
  child.once('exit', (code) => gone.abort(new Error(`${script} ended with ${code}`)));
  const answer = async () => {
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
    const [message] = await once(child, 'message', { signal });
    return message;
  };
  return {
    /** What the child said of itself when it listened. */
    facts: await answer(),
    /** @returns {Promise<number>} processor time so far, user and system, in µs */
    async cpuMicros() {
      child.send('cpu');
      return answer();
    },
    /** @returns {Promise<number>} resident memory after a collection, in bytes */
    async memoryBytes() {
      child.send('memory');
      return answer();
    },
    async stop() {
      if (gone.signal.aborted) return;
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
