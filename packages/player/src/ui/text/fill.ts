/**
 * Puts values into a message's `{places}`. For times, numbers and what the school itself wrote in
 * its language; other texts are isolated by elements (`Filled`). Never by characters such as
 * U+2068: Chromium 69 writes Arabic digits within those backwards, 27 as 72.
 */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
