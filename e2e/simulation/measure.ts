/** CPU time of this process, ms, by all its threads. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs `work` and says what it cost. */
export function measured<T>(work: () => T): { readonly result: T; readonly costMs: number } {
  const startMs = cpuMs();
  const result = work();
  return { result, costMs: cpuMs() - startMs };
}

const STEPS = 50_000_000;

/** How many steps of a plain loop this machine makes in a CPU millisecond, to compare rates by. */
export function calibrate(): number {
  const { result, costMs } = measured(() => {
    let bits = 1;
    for (let step = 0; step < STEPS; step += 1) bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
    return bits;
  });
  // The loop's result is used, so that it is not left out.
  return STEPS / (costMs + (result === 0 ? 1 : 0));
}
