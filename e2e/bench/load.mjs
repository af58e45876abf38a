import { connect } from 'node:net';

const HEAD_END = '\r\n\r\n';

/**
 * Sends requests over keep-alive connections, one at a time on each, until all are answered. A
 * client this small leaves most of the machine to the server.
 *
 * @param {number} port
 * @param {readonly string[]} requests whole, as they are sent
 * @param {{ connections: number, status: number }} options what every answer has to be; none may
 * have a body
 */
export async function load(port, requests, { connections, status }) {
  const expected = `HTTP/1.1 ${status} `;
  let next = 0;
  /** @returns {Promise<void>} */
  const run = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let received = '';
      const sendNext = () => {
        const request = requests[next];
        next += 1;
        if (request !== undefined) socket.write(request);
        else socket.end();
      };
      socket.setNoDelay(true).setEncoding('latin1');
      socket.on('connect', sendNext);
      socket.on('data', (chunk) => {
        received += chunk;
        if (!received.includes(HEAD_END)) return;
        if (received.startsWith(expected)) sendNext();
        else socket.destroy(new Error(`Not ${status}: ${received.slice(0, 300)}`));
        received = '';
      });
      socket.on('error', reject);
      socket.on('close', () => resolve());
    });
  await Promise.all(Array.from({ length: connections }, run));
}
