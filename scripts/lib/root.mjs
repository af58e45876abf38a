import { fileURLToPath } from 'node:url';

/** The repository's root directory, absolute, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
