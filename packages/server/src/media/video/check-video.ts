import type { MediaType } from '../media-types.js';
import { readMp4Video } from './mp4-video.js';
import { type ByteFile, DamagedVideoError, type VideoFacts } from './read-bytes.js';
import { readWebmVideo } from './webm-video.js';

export type VideoType = Extract<MediaType, `video/${string}`>;

export type CheckedVideo =
  | { readonly kind: 'playable' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the decoders of TVs take. */
const MAX_LONG_EDGE = 4096;
const MAX_SHORT_EDGE = 2304;
/** What people call the codecs of old cameras and of editing programs. */
const NAMES: Readonly<Partial<Record<string, string>>> = {
  mp4v: 'MPEG-4 Part 2',
  vp09: 'VP9 in MP4',
  apcn: 'ProRes',
  apch: 'ProRes',
  dvh1: 'Dolby Vision',
  dvhe: 'Dolby Vision',
  jpeg: 'Motion JPEG',
};
/** H.264 with 8 bits and 4:2:0: Baseline, Main, Extended, High. */
const PLAIN_H264 = [66, 77, 88, 100];

/**
 * Looks whether the screens in schools can play a video: what TVs since 2018 have decoders for. Sound
 * is not looked at, since the playlist is muted. Only what describes the film is read, by code that
 * ends on whatever it is given: a library's did not.
 *
 * @param file if its `read` rejects, so does this.
 */
export async function checkVideo(file: ByteFile, mimeType: VideoType): Promise<CheckedVideo> {
  try {
    const read = mimeType === 'video/mp4' ? readMp4Video : readWebmVideo;
    const facts = await read(file);
    return facts === undefined ? refused('There is no video in it') : judge(facts);
  } catch (error) {
    if (!(error instanceof DamagedVideoError)) throw error;
    return refused(`The video is damaged: ${error.message}`);
  }
}

function judge(facts: VideoFacts): CheckedVideo {
  const { width, height } = facts;
  const unplayable = unplayableCodec(facts);
  if (unplayable !== undefined) {
    return refused(`Older screens cannot play ${unplayable}; export it as MP4 with H.264`);
  }
  if (Math.max(width, height) > MAX_LONG_EDGE || Math.min(width, height) > MAX_SHORT_EDGE) {
    return refused(`${width}×${height} is more than screens can play; export it as 1920×1080`);
  }
  return { kind: 'playable' };
}

function unplayableCodec({ codec, profile = 0 }: VideoFacts): string | undefined {
  switch (codec) {
    case 'avc1':
    case 'avc3':
      return PLAIN_H264.includes(profile) ? undefined : 'H.264 with more than 8 bits or 4:2:0';
    case 'V_VP8':
      return undefined;
    case 'V_VP9':
      return profile === 0 ? undefined : 'VP9 with more than 8 bits or 4:2:0';
    case 'hvc1':
    case 'hev1':
      return 'H.265 (HEVC)';
    case 'av01':
    case 'V_AV1':
      return 'AV1';
    default:
      return `such a video (${NAMES[codec] ?? codec.replace(/[^\w.-]/g, '?')})`;
  }
}

function refused(reason: string): CheckedVideo {
  return { kind: 'refused', reason };
}
