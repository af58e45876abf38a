import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Finds out whether a port can be listened on before anything is made, so that a first start that
 * fails on it is still the first.
 *
 * @throws the system's error, such as `EADDRINUSE`.
 */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
