import * as v from 'valibot';

/** The hash of each file whose content is published, by the file's name. */
const memorySchema = v.object({ published: v.record(v.string(), v.string()) });

export type Published = Map<string, string>;

/** @returns nothing of a memory that cannot be read: its files are then looked at again. */
export function parseMemory(text: string | undefined): Published {
  if (text === undefined) return new Map();
  try {
    const result = v.safeParse(memorySchema, JSON.parse(text));
    return new Map(result.success ? Object.entries(result.output.published) : []);
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

export function writeMemory(published: Published): string {
  return `${JSON.stringify({ published: Object.fromEntries(published) }, null, 2)}\n`;
}
