import type { Clock } from '../../ports/clock.js';
import type { Evidence } from '../evidence.js';

const LIMIT_MS = 10_000;
/** How a browser says that the other side did not close the socket itself. */
const ABNORMAL = 1006;

export type ProbeSocket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onclose' | 'onerror'>;

/**
 * Whether a socket passes both ways. What is sent is no frame of the protocol, and the server answers
 * by closing with a code of its own (WS-3); a filter that opens sockets and swallows what they carry
 * does not.
 *
 * @param open may throw, as where the page's policy forbids it.
 */
export function trySocket(clock: Clock, open: () => ProbeSocket): Promise<Evidence['socket']> {
  return new Promise((resolve) => {
    let socket: ProbeSocket;
    try {
      socket = open();
    } catch {
      resolve('blocked');
      return;
    }
    const cancel = clock.setTimer(LIMIT_MS, () => end('blocked'));
    const end = (found: Evidence['socket']): void => {
      cancel();
      socket.onopen = socket.onclose = null;
      socket.close();
      resolve(found);
    };
    socket.onopen = () => socket.send('self-test');
    socket.onclose = ({ code }) => end(code === ABNORMAL ? 'blocked' : 'open');
  });
}
