import { playlistAt } from './scene/playlist.js';
import type { PlayerView } from './scene/view.js';

/**
 * The view with the addresses of the files that it shows now or next; no others are made (STORE-4).
 * @param url see `MediaStore`.
 */
export function withFiles(view: PlayerView, url: (hash: string) => string | undefined): PlayerView {
  if (view.kind === 'empty' || view.scene.kind !== 'day') return view;
  const { media, honours } = view.scene;
  const shown = playlistAt(media, view.nowMs);
  const refs = [
    view.school.logo,
    ...honours.map(({ photo }) => photo),
    ...shown.map(({ file }) => file),
    ...shown.map(({ poster }) => poster),
  ];
  const files: Record<string, string> = {};
  for (const ref of refs) {
    const address = ref && url(ref.hash);
    if (ref !== undefined && address !== undefined) files[ref.hash] = address;
  }
  return { ...view, files };
}
