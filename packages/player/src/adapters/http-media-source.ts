import { HEADERS, PATHS } from '@hallboard/shared';
import type { MediaOutcome, MediaSource } from '../ports/media-source.js';
import { readError } from './http-answer.js';
import { isElsewhere } from './xhr-transport.js';

export interface HttpMediaSourceOptions {
  /** The server's origin, without a slash at its end. */
  readonly serverUrl: string;
  /** @default a request of the page */
  readonly create?: () => XMLHttpRequest;
}

/**
 * Files over HTTP, in ranges (HTTP-8). By XMLHttpRequest: it can be aborted in every engine, and it
 * tells how much has come before there is too much of it.
 */
export function createHttpMediaSource(options: HttpMediaSourceOptions): MediaSource {
  const { serverUrl, create = () => new XMLHttpRequest() } = options;
  return {
    request({ credentials, hash, fromByte, toByte }, longest, done) {
      const url = `${serverUrl}${PATHS.media}${hash}`;
      const xhr = create();
      let isSettled = false;
      let isCancelled = false;

      function settle(outcome: MediaOutcome): void {
        if (isSettled) return;
        isSettled = true;
        // `send` may report a failure before it returns.
        void Promise.resolve().then(() => {
          if (!isCancelled) done(outcome);
        });
      }
      function giveUp(outcome: MediaOutcome): void {
        settle(outcome);
        xhr.abort();
      }

      xhr.responseType = 'arraybuffer';
      xhr.onreadystatechange = () => {
        if (xhr.readyState !== xhr.HEADERS_RECEIVED) return;
        if (isElsewhere(xhr.responseURL, url) || !isExpected(xhr)) giveUp(notOurs('not a file'));
      };
      xhr.onprogress = ({ loaded }) => {
        if (loaded > longest) giveUp({ kind: 'failed', failure: { cause: 'too-large' } });
      };
      xhr.onload = () => settle(readReply(xhr, fromByte));
      xhr.onerror = () =>
        settle({ kind: 'failed', failure: { cause: 'network', detail: 'error' } });
      try {
        xhr.open('GET', url);
        xhr.setRequestHeader('authorization', `Bearer ${credentials.token}`);
        xhr.setRequestHeader(HEADERS.device, credentials.deviceId);
        xhr.setRequestHeader('range', `bytes=${fromByte}-${toByte - 1}`);
        xhr.send();
      } catch (error) {
        const detail = error instanceof Error ? error.name : 'unknown';
        settle({ kind: 'failed', failure: { cause: 'network', detail } });
      }
      return () => {
        isCancelled = true;
        xhr.abort();
      };
    },
  };
}

const isPart = ({ status }: XMLHttpRequest): boolean => status === 200 || status === 206;

/** A file, or an error of the API: a captive portal sends neither. */
function isExpected(xhr: XMLHttpRequest): boolean {
  const type = isPart(xhr) ? /^(image|video|audio)\//i : /^application\/json\b/i;
  return type.test(xhr.getResponseHeader('content-type') ?? '');
}

function readReply(xhr: XMLHttpRequest, fromByte: number): MediaOutcome {
  const bytes = new Uint8Array(xhr.response as ArrayBuffer);
  if (isPart(xhr)) return { kind: 'part', fromByte: xhr.status === 206 ? fromByte : 0, bytes };
  return readError({
    status: xhr.status,
    header: (name) => xhr.getResponseHeader(name) ?? undefined,
    body: String.fromCharCode(...bytes.subarray(0, 4_096)),
  });
}

function notOurs(detail: string): MediaOutcome {
  return { kind: 'failed', failure: { cause: 'not-ours', detail } };
}
