/**
 * The child's side of `startChild`: says that it listens, answers for its processor time, and ends
 * with its parent.
 *
 * @param {object} facts what the parent needs to know
 */
export function serveParent(facts) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(process.env.SPLIT ? user : user + system);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.(facts);
}
