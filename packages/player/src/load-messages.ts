import type { PlayerOptions } from './player-options.js';
import type { Cancel, Clock } from './ports/clock.js';
import type { MessageSource } from './ports/message-source.js';
import { en } from './ui/messages/en.js';
import { languageOf, type Messages } from './ui/messages/messages.js';

/** How long a file may take, and how long after one that cannot be had the next is asked for. */
const TRY_MS = 30_000;

export interface MessageLoaderOptions {
  readonly clock: Clock;
  readonly messages: MessageSource;
  readonly languages: PlayerOptions['languages'];
  /** Messages that were asked for have come. */
  readonly onLoaded: () => void;
}

export interface MessageLoader {
  /** A locale's messages, English until they are there. Asking for them loads them. */
  messagesOf(locale: string): Messages;
  close: Cancel;
}

/** Loads messages one language at a time, and only those that a screen needs. */
export function loadMessages(options: MessageLoaderOptions): MessageLoader {
  const { clock, messages: source, onLoaded } = options;
  const known: Record<string, Messages | string | undefined> = { ...options.languages };
  let loading: string | undefined;
  let stop: Cancel = () => undefined;

  function load(language: string, url: string): void {
    stop();
    loading = language;
    const stopRequest = source.request(url, (catalogue) => {
      if (!isLike(en, catalogue)) return;
      known[language] = catalogue;
      stop();
      loading = undefined;
      onLoaded();
    });
    const stopTimer = clock.setTimer(TRY_MS, () => load(language, url));
    stop = () => {
      stopRequest();
      stopTimer();
    };
  }

  return {
    messagesOf(locale) {
      const language = languageOf(locale);
      const found = known[language] ?? en;
      if (typeof found !== 'string') return found;
      if (loading !== language) load(language, found);
      return en;
    },
    close: () => stop(),
  };
}

/** Whether a value has every text of the example: a file of another version, or none, has not. */
function isLike<T>(example: T, value: unknown): value is T {
  if (typeof example !== 'object' || example === null) return typeof value === typeof example;
  const parts: Readonly<Record<string, unknown>> = Object(value);
  return Object.entries(example).every(([key, part]) => isLike(part, parts[key]));
}
