import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLogger } from '../logging/logger.js';
import { createEpochFile } from './epoch-file.js';

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'hallboard-epoch-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

describe('the epoch’s file', () => {
  it('[SRV-4] remembers over restarts, from nothing on', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    expect(await createEpochFile(dataDir, silentLogger).read()).toBeUndefined();
    await createEpochFile(dataDir, silentLogger).write('2k9x');
    expect(await createEpochFile(dataDir, silentLogger).read()).toBe('2k9x');
  });

  it('only warns where it cannot be written', async () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    const warnings: string[] = [];
    const logger = { ...silentLogger, warn: (message: string) => void warnings.push(message) };
    await createEpochFile(join(file, 'data'), logger).write('2k9x');
    expect(warnings).toHaveLength(1);
  });
});
