import { once } from 'node:events';
import { createServer } from 'node:net';

/** @returns a port of this machine that nobody listens on, for a program that cannot choose one. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('a port was listened on');
  return address.port;
}
