import { isToken, type Logger } from '../index.js';

/** What is used of `localStorage`. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

export interface StoredToken {
  /** @returns `undefined` where there is none, or it cannot be read. */
  read(): string | undefined;
  write(token: string): void;
}

const KEY = 'hallboard/token';

/**
 * The token that this device last showed content for, so that its page needs no fragment.
 * @param open reading the property alone may throw. @default the page's `localStorage`
 */
export function createStoredToken(
  logger: Logger,
  open: () => TextStorage = () => localStorage,
): StoredToken {
  return {
    read() {
      try {
        const text = open().getItem(KEY);
        return text !== null && isToken(text) ? text : undefined;
      } catch {
        return undefined;
      }
    },
    write(token) {
      try {
        open().setItem(KEY, token);
      } catch {
        logger.log({ level: 'warn', name: 'shell.token-not-stored' });
      }
    },
  };
}
