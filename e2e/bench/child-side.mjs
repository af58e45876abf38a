/**
 * The child's side of `startChild`: says that it listens, answers for its processor time and its
 * memory, and ends with its parent.
 *
 * @param {object} facts what the parent needs to know
 */
export function serveParent(facts) {
  process.on('message', (question) => {
    if (question === 'memory') {
      globalThis.gc?.();
      process.send?.(process.memoryUsage.rss());
      return;
    }
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.(facts);
}
