import { describe, expect, it } from 'vitest';
import { soundFile } from '../../testing/media-samples.fixture.js';
import { checkSound, type SoundType } from './check-sound.js';
import { readMp3Sound } from './mp3-sound.js';
import { readWavSound } from './wav-sound.js';

const PLAYABLE = { kind: 'playable' };
const MP3 = soundFile('tone.mp3');
const WAV = soundFile('tone.wav');

const typeOf = (name: string): SoundType => (name.endsWith('.mp3') ? 'audio/mpeg' : 'audio/wav');
const damaged = (how: string) => ({ kind: 'refused', reason: `The sound is damaged: ${how}` });

/** A WAV of silence, 16 bits and mono unless it says otherwise. */
function silence(seconds: number, { coding = 1, channels = 1, rate = 8_000 } = {}): Buffer {
  const data = Buffer.alloc(seconds * rate * 2 * channels);
  const head = Buffer.alloc(44);
  head.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(coding, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt16LE(2 * channels, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

describe('checkSound', () => {
  it.each(['tone.mp3', 'vbr-tags.mp3', 'mpeg2.mp3', 'tone.wav', '24-bit-stereo.wav'])(
    'takes %s, which every engine plays',
    (name) => {
      expect(checkSound(soundFile(name), typeOf(name))).toEqual(PLAYABLE);
    },
  );

  it('reads how long a sound is, without the frame that only has an encoder’s notes', () => {
    const { durationMs, ...mp3 } = readMp3Sound(MP3);
    expect(mp3).toEqual({ isPlain: true, channels: 1, sampleRate: 44_100 });
    // What was encoded has 600 ms; frames are whole, and one begins before.
    expect(durationMs).toBeGreaterThan(600);
    expect(durationMs).toBeLessThan(680);
    expect(readMp3Sound(soundFile('vbr-tags.mp3'))).toMatchObject({ channels: 2 });
    expect(readMp3Sound(soundFile('mpeg2.mp3'))).toMatchObject({ sampleRate: 22_050 });
    expect(readWavSound(WAV)).toMatchObject({ channels: 1, sampleRate: 8_000, durationMs: 250 });
  });

  it('refuses what is cut off anywhere', () => {
    for (let end = 60; end < MP3.length; end += 40) {
      expect(checkSound(MP3.subarray(0, end), 'audio/mpeg').kind, `of ${end}`).toBe('refused');
    }
    for (let end = 12; end < WAV.length; end += 40) {
      expect(checkSound(WAV.subarray(0, end), 'audio/wav').kind, `of ${end}`).toBe('refused');
    }
    expect(checkSound(MP3.subarray(0, -1), 'audio/mpeg')).toEqual(damaged('it is cut off'));
  });

  it('refuses what is overwritten inside, and what is only called a sound', () => {
    const spoilt = Buffer.from(MP3);
    spoilt.fill(0x55, 1200, 1500);
    expect(checkSound(spoilt, 'audio/mpeg')).toEqual(damaged('its part 12 is unreadable'));
    const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x05', 'latin1'), Buffer.alloc(500)]);
    expect(checkSound(tag, 'audio/mpeg')).toEqual(damaged('it holds no MP3'));
    const undescribed = silence(1);
    undescribed.write('junk', 12, 'latin1');
    expect(checkSound(undescribed, 'audio/wav')).toEqual(damaged('its sound is missing'));
    expect(checkSound(silence(1, { channels: 0 }), 'audio/wav').kind).toBe('refused');
  });

  it('holds sounds to the length of a bell, and to what engines decode', () => {
    const check = (content: Buffer) => checkSound(content, 'audio/wav');
    expect(check(silence(30))).toEqual(PLAYABLE);
    expect(check(silence(31))).toEqual({
      kind: 'refused',
      reason: 'A sound has at most 30 seconds, and this one 31',
    });
    expect(check(silence(0))).toMatchObject({ reason: 'There is no sound in it' });
    const odd = { kind: 'refused', reason: expect.stringContaining('16 bits and 44.1 kHz') };
    expect(check(soundFile('adpcm.wav'))).toEqual(odd);
    expect(check(silence(1, { rate: 96_000 }))).toEqual(odd);
    expect(check(silence(1, { channels: 6 }))).toEqual(odd);
  });

  it('ends on whatever it is given', () => {
    let seed = 1;
    const noise = Buffer.from(MP3);
    for (let round = 0; round < 300; round += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      noise[seed % noise.length] = seed & 255;
      expect(['playable', 'refused']).toContain(checkSound(noise, 'audio/mpeg').kind);
      expect(checkSound(noise.subarray(seed % noise.length), 'audio/wav').kind).toBe('refused');
    }
  });
});
