import * as v from 'valibot';

/** A file as it was published last. */
const publishedFileSchema = v.object({
  /** Of its bytes, and of what it was imported into, and how. */
  hash: v.string(),
  bytes: v.number(),
});

/** What is published of each file, by the file's name. */
const memorySchema = v.object({ published: v.record(v.string(), publishedFileSchema) });

export type Published = Map<string, v.InferOutput<typeof publishedFileSchema>>;

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

/** @returns what `parseMemory` reads. */
export function formatMemory(published: Published): string {
  return `${JSON.stringify({ published: Object.fromEntries(published) }, null, 2)}\n`;
}
