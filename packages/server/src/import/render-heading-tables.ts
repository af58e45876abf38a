import { FIELDS } from './rows/fields.js';
import { KINDS, LANGUAGES } from './rows/kinds.js';

/** @returns what columns each kind of file has, in Markdown, ending in a line break. */
export function renderHeadingTables(): string {
  return KINDS.map((kind) => {
    const rows = Object.entries(FIELDS[kind]).map(([field, { about, required, headings }]) => {
      const names = LANGUAGES.map((language) => headings[language].replaceAll('|', ', '));
      const note = [required === true ? 'needed' : '', about].filter(Boolean).join('; ');
      return `| ${[`\`${field}\``, note, ...names].join(' | ')} |`;
    });
    const head = `| ${['Field', '', ...LANGUAGES].join(' | ')} |`;
    return [`### ${kind}`, '', head, `${'|---'.repeat(LANGUAGES.length + 2)}|`, ...rows, ''].join(
      '\n',
    );
  }).join('\n');
}
