// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { showStatus } from './show-status.js';

describe('showStatus', () => {
  it('[P-1] says on the page whether it is ready to go offline', () => {
    const root = document.documentElement;
    showStatus(root, {
      offlineReady: false,
      revision: undefined,
      connection: 'starting',
      storage: undefined,
      sound: 'unknown',
      missedBells: 0,
      media: { needed: 0, ready: 0, failed: 0 },
      degradations: ['no-stored-snapshot', 'no-stored-shell'],
    });
    expect(root.matches('[data-offline-ready="false"][data-snapshot-stored="false"]')).toBe(true);
    showStatus(root, {
      offlineReady: true,
      revision: 'e1.1',
      connection: 'live',
      storage: 'worker-and-database',
      sound: 'muted',
      missedBells: 0,
      media: { needed: 0, ready: 0, failed: 0 },
      degradations: [],
    });
    expect(root.matches('[data-offline-ready="true"][data-snapshot-stored="true"]')).toBe(true);
    expect(root.matches('[data-sound="muted"]')).toBe(true);
    expect(root.matches('[data-connection="live"][data-storage="worker-and-database"]')).toBe(true);
  });
});
