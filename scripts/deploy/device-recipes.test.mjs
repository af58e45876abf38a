import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';

const PAGE = readFileSync(join(ROOT, 'docs/devices.md'), 'utf8');
/** Device, tier and who starts the browser, of each row of the page's table. */
const ROWS = [...PAGE.matchAll(/^\| \[([^\]]+)\]\(#[\w-]+\) \| ([^|]+) \| ([^|]+) \|/gm)].map(
  ([, device = '', tier = '', starter = '']) => ({ device, tier, starter }),
);

it('has recipes', () => {
  expect(ROWS.length).toBeGreaterThan(5);
});

it.each(ROWS)(
  '[P-1] the recipe for $device says its tier, and who starts the browser',
  ({ device, tier }) => {
    const title = device
      .replace(', Edge kiosk', ' with Edge')
      .replace('Debian, Rasp', 'Debian and Rasp');
    const [, after = ''] = PAGE.split(`\n## ${title}\n`);
    const recipe = after.split('\n## ')[0]?.replaceAll('\n', ' ') ?? '';
    const plainTier = tier.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
    expect(recipe).toContain(`**Tier for P-1**: ${plainTier}`);
    expect(recipe).toMatch(/\*\*After a power cut\*\*: \S/);
  },
);
