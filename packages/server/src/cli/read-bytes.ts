import { type CliContext, CliError } from './cli-context.js';

/** @throws CliError that names the file and why it cannot be read. */
export async function readBytes(path: string, context: CliContext): Promise<Uint8Array> {
  try {
    return await context.readBytes(path);
  } catch (cause) {
    throw new CliError(`${path} cannot be read: ${faultOf(cause)}`, { cause });
  }
}

/** Without the words of the system, where ours are plainer. */
function faultOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder; name the files in it';
  if (code === 'EACCES') return 'you may not read it';
  return cause instanceof Error ? cause.message : String(cause);
}
