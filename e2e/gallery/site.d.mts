import type { PreviewServer } from 'vite';

export function buildSite(outDir: string): Promise<PreviewServer>;
