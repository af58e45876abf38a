import { relative } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { countLines, sourceFiles } from './source-files.mjs';

const MAX_LINES = 400;
const MAX_MEDIAN_LINES = 100;

/** Small files: none over 400 lines, tests included, and the median under 100. */
export const fileSizes = {
  name: 'sizes',
  budgetMs: 20_000,
  async run() {
    const files = sourceFiles(ROOT).map((path) => ({
      path: relative(ROOT, path),
      lines: countLines(path),
    }));
    return judgeSizes(files);
  },
};

/**
 * @param {readonly { readonly path: string, readonly lines: number }[]} files
 * @returns {import('./suite.mjs').Result}
 */
export function judgeSizes(files) {
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  const median = lines[Math.floor(lines.length / 2)] ?? 0;
  const tooLong = files.filter((file) => file.lines > MAX_LINES);
  const complaints = [
    ...tooLong.map(({ path, lines }) => `${path} has ${lines} lines, ${MAX_LINES} at most`),
    ...(median >= MAX_MEDIAN_LINES ? [`the median file has ${median} lines`] : []),
  ];
  return {
    passed: files.length > 0 && complaints.length === 0 ? 1 : 0,
    failed: complaints.length,
    skipped: 0,
    output: complaints.map((line) => `${line}\n`).join(''),
    notes: [`${files.length} files; median ${median} lines, longest ${lines.at(-1) ?? 0}`],
  };
}
