import { SETTINGS } from './settings.js';

/** @returns the table of every setting, in Markdown, ending in a line break. */
export function renderSettingsTable(): string {
  const rows = Object.values(SETTINGS).map(
    ({ name, meaning, fallback, example }) =>
      `| \`${name}\` | ${meaning} | ${fallback === '' ? '' : `\`${fallback}\``} | \`${example}\` |`,
  );
  return ['| Variable | Meaning | Default | Example |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}
