import type { Logger } from '../logging/logger.js';

/**
 * Closes one part after the other, also where one before cannot be: a store on a full disk keeps what
 * it acknowledged, and the next start finds it. Never rejects.
 *
 * @returns whether all could be closed.
 */
export async function closeAll(
  parts: readonly { close(): Promise<void> }[],
  logger: Logger,
): Promise<boolean> {
  let isClean = true;
  for (const part of parts) {
    try {
      await part.close();
    } catch (error) {
      isClean = false;
      logger.error('Not everything could be closed in order; what was acknowledged is kept', {
        reason: String(error),
      });
    }
  }
  return isClean;
}
