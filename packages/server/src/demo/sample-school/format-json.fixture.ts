const LINE_LENGTH = 140;

/** JSON in which whatever fits on a line is on one, so that a lesson is a line of a difference. */
export function formatJson(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= LINE_LENGTH || typeof value !== 'object' || value === null) {
    return line;
  }
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((item) => formatJson(item, inner))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${formatJson(item, inner)}`,
      );
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}
