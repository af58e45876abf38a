import { decodeText } from '../import/formats/decode-text.js';
import { type CliContext, CliError } from './cli-context.js';
import { readBytes } from './read-bytes.js';

/**
 * Reads a JSON file, also one that Windows has put a mark before, or has made UTF-16.
 * @throws CliError naming the file, if it cannot be read or is no JSON.
 */
export async function readJson(file: string, context: CliContext): Promise<unknown> {
  const text = decodeText(await readBytes(file, context), 'en');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${file} is not JSON: ${reason}`, { cause });
  }
}
