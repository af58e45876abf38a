import type { MediaItem } from '@hallboard/shared';
import { playlistAt } from '../../scene/playlist.js';
import { Content } from '../parts/content.js';
import type { Step } from '../text/fit.js';
import type { Panel, PanelProps } from './panel.js';

/** From this ratio of width to height on, a picture's title stands beside it. */
const WIDE = 2.4;
/** A title of so many characters is written large there. */
const SHORT = 60;

/** Pictures and videos, one at a time. */
export const media: Panel = {
  isShown: (scene) => scene.media.length > 0,
  pages: () => 1,
  View: Media,
};

/** The next picture is there already, unseen, so that it has been decoded when its turn comes. */
function Media({ frame, scene, box }: PanelProps) {
  const isBeside = box.width > WIDE * box.height;
  return (
    <section class={isBeside ? 'hb-panel is-row' : 'hb-panel'}>
      {playlistAt(scene.media, frame.nowMs).map((item, index) => {
        const url = frame.files?.[item.file.hash];
        const isNext = index > 0;
        if (url === undefined || (isNext && item.kind === 'video')) return null;
        const poster = item.poster && frame.files?.[item.poster.hash];
        const { title = '' } = item;
        const step = isBeside && title.length <= SHORT ? 56 : 40;
        return <Medium key={item.id + url} {...{ item, url, poster, isNext, step }} />;
      })}
    </section>
  );
}

interface MediumProps {
  readonly item: MediaItem;
  readonly url: string;
  readonly poster: string | undefined;
  readonly isNext: boolean;
  /** Of its title. */
  readonly step: Step;
}

function Medium({ item: { kind, title }, url, poster, isNext, step }: MediumProps) {
  return (
    <figure class={isNext ? 'hb-medium is-next' : 'hb-medium hb-enter'} aria-hidden={isNext}>
      {kind === 'image' ? (
        <img src={url} alt={title ?? ''} onError={hide} />
      ) : (
        <video
          ref={letGo}
          src={url}
          poster={poster}
          muted
          autoplay
          loop
          playsInline
          aria-label={title}
          onError={poster === undefined ? hide : undefined}
        />
      )}
      {title !== undefined && (
        <figcaption class={`t${step}`}>
          <Content text={title} />
        </figcaption>
      )}
    </figure>
  );
}

/** An engine keeps the buffers of a video that was taken away until its source is, too. */
function letGo(video: HTMLVideoElement | null): (() => void) | undefined {
  if (video === null) return undefined;
  return () => {
    video.removeAttribute('src');
    video.load();
  };
}

/**
 * Verified, and yet of a kind that this engine does not know: better nothing than a broken sign. A
 * video's poster stays by itself. Another file of the same item has an element of its own.
 */
function hide({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.style.visibility = 'hidden';
}
