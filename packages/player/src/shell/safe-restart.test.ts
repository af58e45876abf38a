import { expect, it } from 'vitest';
import { createSafeRestart } from './safe-restart.js';

async function reloadsOf(canRestart: () => Promise<void>, isWanted = true, isAllowed = true) {
  let reloads = 0;
  const reload = () =>
    isAllowed
      ? () => {
          reloads += 1;
        }
      : undefined;
  createSafeRestart({ reload, canRestart })(() => isWanted);
  await new Promise(setImmediate);
  return reloads;
}

const here = async (): Promise<void> => undefined;
const gone = (): Promise<void> => Promise.reject(new TypeError('Failed to fetch'));

it('[UPD-4] [P-1] reloads only a page that would come back', async () => {
  expect(await reloadsOf(here)).toBe(1);
  expect(await reloadsOf(gone)).toBe(0);
});

it('[UPD-4] reloads neither too late nor too often', async () => {
  expect(await reloadsOf(here, false)).toBe(0);
  expect(await reloadsOf(here, true, false)).toBe(0);
});
