// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeScreen } from './fake-screen.example.js';
import { simulateOwnContent } from './own-content.example.js';

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/testing.md'), 'utf8');

describe('docs/testing.md', () => {
  it.each(['fake-screen.example.ts', 'own-content.example.ts'])(
    'shows %s as it is run here',
    (name) => {
      expect(DOCS).toContain(readFileSync(join(import.meta.dirname, name), 'utf8'));
    },
  );

  it('[P-1] tests a page: the screen keeps showing what it has while its network is gone', () => {
    const container = document.body.appendChild(document.createElement('div'));
    const { clock, server, link, player } = fakeScreen(container);
    clock.advance(15_000);
    expect(player.status().revision).toBe(server.revision);
    expect(container.textContent).toContain('Riverside School');
    link.goDown();
    clock.advance(3_600_000);
    expect(container.textContent).toContain('Riverside School');
    link.heal();
    const revision = server.publish();
    clock.advance(66_000);
    expect(player.status().revision).toBe(revision);
    player.close();
  }, 300_000);

  it('simulates screens with content of its own', () => {
    expect(simulateOwnContent(1).violation).toBeUndefined();
  }, 300_000);
});
