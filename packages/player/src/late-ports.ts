import type { CreateExtraPorts, ExtraPorts } from './extra-ports.js';
import type { Cancel } from './ports/clock.js';
import type { ChannelAttempt } from './ports/invalidation-channel.js';

/**
 * Ports that come after the first paint. What is asked of them before then waits, and the core's own
 * deadlines end what waits too long: a socket that does not open, a file that is not there. So a
 * screen whose ports never come goes on showing and polling (P-1, P-3).
 * @param coming resolves once they can be made.
 */
export function createLatePorts(coming: Promise<CreateExtraPorts>): CreateExtraPorts {
  return (options) => {
    let ports: ExtraPorts | undefined;
    let expected: readonly string[] | undefined;
    const waiting = new Set<(ports: ExtraPorts) => void>();

    void coming.then((create) => {
      const made = create(options);
      ports = made;
      if (expected !== undefined) made.mediaStore.expect(expected);
      for (const begin of waiting) begin(made);
      waiting.clear();
    });

    /** Begins at once, or when they have come. */
    function whenThere(begin: (ports: ExtraPorts) => Cancel): Cancel {
      if (ports !== undefined) return begin(ports);
      const later = (made: ExtraPorts): void => {
        cancel = begin(made);
      };
      let cancel: Cancel = () => waiting.delete(later);
      waiting.add(later);
      return () => cancel();
    }

    return {
      channel: {
        open(listener) {
          let attempt: ChannelAttempt | undefined;
          const close = whenThere(({ channel }) => {
            attempt = channel.open(listener);
            return attempt.close;
          });
          return { send: (text) => attempt?.send(text), close };
        },
      },
      media: {
        request: (request, longest, done) =>
          whenThere(({ media }) => media.request(request, longest, done)),
      },
      mediaStore: {
        expect(hashes) {
          expected = hashes;
          ports?.mediaStore.expect(hashes);
        },
        open: (file, done) => whenThere(({ mediaStore }) => mediaStore.open(file, done)),
        // Whatever is to be staged or committed has come through these ports.
        stage: (hash, fromByte, bytes) => ports?.mediaStore.stage(hash, fromByte, bytes),
        commit: (file, done) => whenThere(({ mediaStore }) => mediaStore.commit(file, done)),
        makeRoom: () => ports?.mediaStore.makeRoom(),
        url: (hash) => ports?.mediaStore.url(hash),
      },
      speaker: {
        prepare: (file) => ports?.speaker.prepare(file),
        play(sound, volume, done) {
          const cancel = whenThere(({ speaker }) => speaker.play(sound, volume, done));
          if (ports !== undefined || volume === 0) return cancel;
          // A bell that is not heard at its instant is not made up for (TIME-3).
          cancel();
          return whenSaid(() => done('muted'));
        },
      },
    };
  };
}

/** Says something asynchronously, as a port does. */
function whenSaid(say: () => void): Cancel {
  let isCancelled = false;
  void Promise.resolve().then(() => {
    if (!isCancelled) say();
  });
  return () => {
    isCancelled = true;
  };
}
