/** The media of a school that has uploaded nothing. */
export const noMedia = {
  find: async () => undefined,
  remove: async () => 'unknown-file' as const,
};
