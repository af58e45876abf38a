import { type CliContext, CliError } from './cli-context.js';
import { unreadable } from './read-bytes.js';

/** @throws CliError naming the file, if it cannot be read or is no JSON. */
export async function readJson(file: string, { readFile }: CliContext): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${file} is not JSON: ${reason}`, { cause });
  }
}
