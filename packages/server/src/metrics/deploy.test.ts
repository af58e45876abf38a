import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Metrics } from './metrics.js';

const DEPLOY = new URL('../../../../deploy/', import.meta.url);

describe('what ships for operators', () => {
  it.each(['prometheus/hallboard.rules.yml', 'grafana/hallboard.json'])(
    '[OBS-1] asks in %s only for metrics that the server has',
    async (file) => {
      const known = await new Metrics(
        () => ({ open: 0, joined: 0 }),
        () => ({ store: true, bus: true }),
        () => null,
      ).render();
      const text = readFileSync(new URL(file, DEPLOY), 'utf8');
      const asked = text.match(/\b(hallboard|nodejs|process)_[a-z_0-9]+\b/g) ?? [];
      expect(asked.length).toBeGreaterThan(5);
      for (const name of asked) expect(known).toContain(name);
    },
  );
});
