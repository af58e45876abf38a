/** Whether a text is an origin: scheme, host and, where it is not the usual one, port; no path. */
export function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}
