import type { MediaItem, MediaRef, Snapshot } from '@hallboard/shared';

/**
 * The snapshot as far as its files have verified: an item appears with its file, a video as its poster
 * until then, a person without the photo (STORE-4). Text is never missing.
 * @returns the same object where nothing is left out.
 */
export function playableSnapshot(snapshot: Snapshot, open: readonly string[]): Snapshot {
  const { school, media, honours } = snapshot;
  const isOpen = (file: MediaRef | undefined): boolean =>
    file === undefined || open.includes(file.hash);
  const isWhole =
    isOpen(school.logo) &&
    media.every(({ file, poster }) => isOpen(file) && isOpen(poster)) &&
    honours.every(({ photo }) => isOpen(photo));
  if (isWhole) return snapshot;
  const { logo, ...plainSchool } = school;
  return {
    ...snapshot,
    school: isOpen(logo) ? school : plainSchool,
    media: media.map((item) => asPlayable(item, isOpen)).filter(({ file }) => isOpen(file)),
    honours: honours.map((honour) => {
      const { photo, ...plainHonour } = honour;
      return isOpen(photo) ? honour : plainHonour;
    }),
  };
}

/** With its poster if that is there, and as its poster where no more is. */
function asPlayable(item: MediaItem, isOpen: (file: MediaRef) => boolean): MediaItem {
  const { poster, ...plainItem } = item;
  if (poster === undefined || !isOpen(poster)) return plainItem;
  return isOpen(item.file) ? item : { ...plainItem, kind: 'image', file: poster };
}
