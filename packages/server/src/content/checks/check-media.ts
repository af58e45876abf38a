import type { MediaRef, Violation } from '@hallboard/shared';
import type { SchoolContent } from '../schema/content-schema.js';

/** A place in the content that shows a file. */
interface Reference {
  readonly path: string;
  readonly file: MediaRef;
  readonly kind: 'image' | 'video' | 'audio';
}

/**
 * Finds what refers to a file that the school has not, or that is another than it says.
 * @param find looks for a file of the school by its hash.
 */
export async function checkMedia(
  content: SchoolContent,
  find: (hash: string) => Promise<MediaRef | undefined>,
): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  const report = (path: string, message: string) => void violations.push({ path, message });
  for (const { path, file, kind } of referencesOf(content)) {
    const held = await find(file.hash);
    if (held === undefined) {
      report(`${path}.hash`, 'the school has no such file; upload it first');
      continue;
    }
    if (held.mimeType !== file.mimeType) report(`${path}.mimeType`, `the file is ${held.mimeType}`);
    else if (!held.mimeType.startsWith(`${kind}/`)) report(`${path}.mimeType`, `is no ${kind}`);
    if (held.bytes !== file.bytes) report(`${path}.bytes`, `the file has ${held.bytes}`);
  }
  return violations;
}

/** Whether content, as JSON text of whichever version, refers to a file. */
export function refersTo(content: string | undefined, hash: string): boolean {
  // 64 digits of a hash mean nothing else.
  return content?.includes(hash) ?? false;
}

/** The hashes of the files that content refers to, each once. */
export function filesOf(content: SchoolContent): readonly string[] {
  return [...new Set([...referencesOf(content)].map(({ file }) => file.hash))];
}

function* referencesOf(content: SchoolContent): Generator<Reference> {
  const { school, bells, honours, media } = content;
  if (school.logo) yield { path: 'school.logo', file: school.logo, kind: 'image' };
  for (const [slotKind, file] of Object.entries(bells?.sounds ?? {})) {
    yield { path: `bells.sounds.${slotKind}`, file, kind: 'audio' };
  }
  for (const [at, { photo }] of honours.entries()) {
    if (photo) yield { path: `honours[${at}].photo`, file: photo, kind: 'image' };
  }
  for (const [at, { file, kind, poster }] of media.entries()) {
    yield { path: `media[${at}].file`, file, kind };
    if (poster) yield { path: `media[${at}].poster`, file: poster, kind: 'image' };
  }
}
