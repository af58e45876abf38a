import { expect, it } from 'vitest';
import { createPinoLogger } from '../logging/pino-logger.js';
import { closeAll } from './close-all.js';

it('[SRV-6] closes each part, and says so where one cannot be', async () => {
  const log: string[] = [];
  const logger = createPinoLogger({
    level: 'info',
    destination: { write: (line) => log.push(line) },
  });
  const closed: string[] = [];
  const part = (name: string) => ({
    close: async () => {
      closed.push(name);
      if (name === 'full') throw new Error('database or disk is full');
    },
  });
  expect(await closeAll([part('bus'), part('store')], logger)).toBe(true);
  expect(log).toEqual([]);
  expect(await closeAll([part('full'), part('media')], logger)).toBe(false);
  expect(closed).toEqual(['bus', 'store', 'full', 'media']);
  expect(log.map((line) => JSON.parse(line).reason)).toEqual(['Error: database or disk is full']);
});
