// @vitest-environment happy-dom
import type { MediaItem } from '@hallboard/shared';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { at } from '../../scene/snapshot.fixture.js';
import { mountUi, type Ui } from '../mount-ui.js';
import { viewAt } from '../view.fixture.js';

let ui: Ui | undefined;

afterEach(() => {
  ui?.close();
});

function itemOf(id: string, changes: Partial<MediaItem> = {}): MediaItem {
  const file = { hash: id, mimeType: 'image/png', bytes: 1 };
  return { id, groups: [], kind: 'image', file, durationMs: 60_000, ...changes };
}

const FILES = { a: 'blob:a', b: 'blob:b', logo: 'blob:logo' };

function paint(media: readonly MediaItem[], time: string, files: Record<string, string> = FILES) {
  const container = document.createElement('div');
  const snapshot = { media: [...media], view: { layout: 'media' as const, groups: [] } };
  ui = mountUi(container);
  ui.render(viewAt(time, { snapshot, view: { files } }));
  return container;
}

/** What is on the screen, and then what waits for its turn. */
function pictures(container: HTMLElement): (string | null)[] {
  return [...container.querySelectorAll('.hb-medium')].map((medium) => {
    const src = medium.querySelector('img, video')?.getAttribute('src') ?? null;
    return medium.classList.contains('is-next') ? `next ${src}` : src;
  });
}

describe('the media panel', () => {
  it('[STORE-4] shows the local copy of what is on, and has the next picture ready', () => {
    const items = [itemOf('a', { title: 'Sports day' }), itemOf('b')];
    expect(at('08:00') % 120_000).toBe(0);
    const first = paint(items, '08:00');
    expect(pictures(first)).toEqual(['blob:a', 'next blob:b']);
    expect(first.querySelector('figcaption')?.textContent).toBe('Sports day');
    expect(pictures(paint(items, '08:01'))).toEqual(['blob:b', 'next blob:a']);
  });

  it('plays a video muted, in its place and over again; the next one is not loaded yet', () => {
    const items = [itemOf('a'), itemOf('b', { kind: 'video' })];
    expect(pictures(paint(items, '08:00'))).toEqual(['blob:a']);
    const video = paint(items, '08:01').querySelector('video');
    expect(video?.muted).toBe(true);
    expect([video?.autoplay, video?.loop, video?.hasAttribute('playsinline')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('[UPD-4] takes the source from a video that leaves, so that its buffers are given back', () => {
    const video = paint([itemOf('a'), itemOf('b', { kind: 'video' })], '08:01').querySelector(
      'video',
    );
    if (video === null) throw new Error('no video');
    const load = vi.spyOn(video, 'load').mockReturnValue();
    ui?.render(viewAt('08:12'));
    expect(video.hasAttribute('src')).toBe(false);
    expect(load).toHaveBeenCalledOnce();
  });

  it('[STORE-4] shows nothing that has no local copy', () => {
    const container = paint([itemOf('a')], '08:00', {});
    expect(container.querySelector('img, video')).toBeNull();
  });

  it('hides what the engine cannot decode', () => {
    const image = paint([itemOf('a')], '08:00').querySelector('img');
    image?.dispatchEvent(new Event('error'));
    expect(image?.style.visibility).toBe('hidden');
  });

  it('shows the file that replaces one which the engine cannot decode', () => {
    const container = paint([itemOf('a')], '08:00');
    container.querySelector('img')?.dispatchEvent(new Event('error'));
    const file = { hash: 'b', mimeType: 'image/png', bytes: 1 };
    const snapshot = {
      media: [itemOf('a', { file })],
      view: { layout: 'media' as const, groups: [] },
    };
    ui?.render(viewAt('08:00', { snapshot, view: { files: FILES } }));
    const image = container.querySelector('img');
    expect(image?.getAttribute('src')).toBe('blob:b');
    expect(image?.style.visibility).not.toBe('hidden');
  });

  it('keeps the poster of a video that the engine cannot play', () => {
    const poster = { hash: 'b', mimeType: 'image/png', bytes: 1 };
    const video = paint([itemOf('a', { kind: 'video', poster })], '08:00').querySelector('video');
    expect(video?.getAttribute('poster')).toBe('blob:b');
    video?.dispatchEvent(new Event('error'));
    expect(video?.style.visibility).not.toBe('hidden');
  });

  it('[STORE-4] has the school’s logo in the header once its file is there', () => {
    const logo = { hash: 'logo', mimeType: 'image/svg+xml', bytes: 1 };
    const container = document.createElement('div');
    ui = mountUi(container);
    ui.render(viewAt('08:12', { school: { logo } }));
    expect(container.querySelector('.hb-crest')?.textContent).toBe('R');
    ui.render(viewAt('08:12', { school: { logo }, view: { files: FILES } }));
    expect(container.querySelector('.hb-crest')?.getAttribute('src')).toBe('blob:logo');
  });
});
