import { connect } from 'node:net';
import { PATHS } from '@hallboard/shared';
import { expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.fixture.js';

const METRICS_KEY = 'a-long-random-secret';

it('[HTTP-8] takes a report whose screen lost its power amid it for no failure of the server', async () => {
  const server = await TestServer.start({ metricsKey: METRICS_KEY });
  const token = await server.addSchool('north', 'hall');
  const refusals = async () => {
    const headers = { authorization: `Bearer ${METRICS_KEY}` };
    const { text } = await server.get('/metrics', { headers });
    return /^hallboard_display_refusals_total.*$/m.exec(text)?.[0];
  };
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const credentials = `authorization: Bearer ${token}\r\nx-display-device: tv\r\n`;
  const head = `POST ${PATHS.reports} HTTP/1.1\r\nhost: x\r\n${credentials}content-length: 99\r\n\r\n`;
  await new Promise<void>((resolve) => socket.write(`${head}{"half`, () => resolve()));
  socket.destroy();
  await expect.poll(refusals).toBe('hallboard_display_refusals_total{code="invalid_request"} 1');
  expect(server.log.filter((line) => line.includes('"error"'))).toEqual([]);
  await server.close();
});
