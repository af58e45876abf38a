import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreUnavailableError } from '../../store/store-unavailable-error.js';
import { hashOf, inPieces } from '../../testing/media-samples.fixture.js';
import { createSeededRandom } from '../../testing/seeded-random.fixture.js';
import { mediaFilesContract } from '../media-files.contract.js';
import { openMediaDirectory } from './media-directory.js';
import { createUploadFile, type UploadFile } from './upload-file.js';

const random = createSeededRandom('media');

const makeDirectory = (): string => mkdtempSync(join(tmpdir(), 'hallboard-media-'));

mediaFilesContract('a directory', async () => {
  const directory = makeDirectory();
  return {
    media: await openMediaDirectory({ directory, random }),
    reopen: () => openMediaDirectory({ directory, random }),
    hasLeftovers: async () => readdirSync(join(directory, '.uploads')).length > 0,
    dispose: async () => rmSync(directory, { recursive: true }),
  };
});

const CONTENT = Buffer.from('what a picture is made of');
const upload = (content = CONTENT) => ({
  schoolId: 'north',
  mimeType: 'image/png',
  maxSchoolBytes: 1000,
  content: inPieces(content, 5),
});

function temporary(): string {
  const directory = makeDirectory();
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

/** A disk that fails one of an upload's steps with this code. */
function failing(step: keyof UploadFile, code: string) {
  return async (path: string): Promise<UploadFile> => {
    const file = await createUploadFile(path);
    const fail = async (): Promise<void> => {
      if (step === 'close') await file.close();
      throw Object.assign(new Error(`${code}: ${step}`), { code, syscall: step });
    };
    return { ...file, [step]: fail };
  };
}

describe('a directory of media', () => {
  it('[SRV-5] knows what it holds though a file is removed while it is uploaded again', async () => {
    const directory = temporary();
    const media = await openMediaDirectory({ directory, random });
    for (let turns = 0; turns < 40; turns += 1) {
      await media.put(upload());
      const again = media.put(upload());
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      await Promise.all([again, media.remove('north', hashOf(CONTENT))]);
      const held = await media.list('north');
      expect(await (await openMediaDirectory({ directory, random })).list('north')).toEqual(held);
    }
  });

  it.each([
    ['write', 'ENOSPC'],
    ['sync', 'ENOSPC'],
    ['write', 'EDQUOT'],
  ] as const)('says that the disk is full when %s ends in %s', async (step, code) => {
    const directory = temporary();
    const createFile = failing(step, code);
    const media = await openMediaDirectory({ directory, random, createFile });
    expect(await media.put(upload())).toEqual({ kind: 'no-room', where: 'storage' });
    expect(await media.list('north')).toEqual([]);
    expect(readdirSync(join(directory, '.uploads'))).toEqual([]);
  });

  it.each(['write', 'sync', 'close'] as const)(
    'keeps nothing that it could not %s, and says that it cannot be reached',
    async (step) => {
      const directory = temporary();
      const createFile = failing(step, 'EIO');
      const media = await openMediaDirectory({ directory, random, createFile });
      await expect(media.put(upload())).rejects.toBeInstanceOf(StoreUnavailableError);
      expect(await media.list('north')).toEqual([]);
      expect(readdirSync(directory)).toEqual(['.uploads']);
    },
  );

  it('sweeps out uploads that a crash cut off, and leaves alone what is not its own', async () => {
    const directory = temporary();
    mkdirSync(join(directory, '.uploads'));
    mkdirSync(join(directory, 'north'));
    writeFileSync(join(directory, '.uploads', 'half'), 'half of it');
    writeFileSync(join(directory, 'north', 'notes.txt'), 'of the administrator');
    const media = await openMediaDirectory({ directory, random });
    expect(existsSync(join(directory, '.uploads', 'half'))).toBe(false);
    expect(existsSync(join(directory, 'north', 'notes.txt'))).toBe(true);
    expect(await media.list('north')).toEqual([]);
  });

  it('notices that a file was taken away by hand, and takes it again', async () => {
    const directory = temporary();
    const media = await openMediaDirectory({ directory, random });
    await media.put(upload());
    const hash = hashOf(CONTENT);
    unlinkSync(join(directory, 'north', `${hash}.png`));
    expect(await media.open('north', hash, { start: 0, end: 3 })).toBeUndefined();
    expect(await media.find('north', hash)).toBeUndefined();
    expect(await media.put(upload())).toMatchObject({ kind: 'kept', isNew: true });
  });

  it('says so where it cannot be used', async () => {
    const file = join(temporary(), 'file');
    writeFileSync(file, '');
    await expect(openMediaDirectory({ directory: file, random })).rejects.toBeInstanceOf(
      StoreUnavailableError,
    );
  });
});
