import type { ChildProcess } from 'node:child_process';
import { afterAll } from 'vitest';

const children = new Set<ChildProcess>();

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Ends a process with the file of tests that started it, also where they failed before they could. */
export function endWithTests(child: ChildProcess): void {
  children.add(child);
  child.once('close', () => children.delete(child));
}
