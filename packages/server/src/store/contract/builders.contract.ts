import { formatRevision, type ScreenInfo, type View } from '@hallboard/shared';
import { type BodyRecord, type ScreenRecord, viewKey } from '../records.js';
import type { PublishedState, Store } from '../store.js';

/** An implementation under test, with the data that it keeps. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Closes the store and opens another on the same data, as a restarted process does. */
  restart(): Promise<Store>;
  /** Closes what is open and removes the data. */
  dispose(): Promise<void>;
}

export const BOARD: View = { layout: 'board', groups: [] };
export const HALL: View = { layout: 'board', groups: ['hall'] };

function body(view: View, epoch: string, sequence: number): BodyRecord {
  const text = `${viewKey(view)} ${sequence}`;
  return {
    viewKey: viewKey(view),
    revision: formatRevision(epoch, sequence),
    etag: `"${text}"`,
    json: Buffer.from(`json ${text}`),
    brotli: Buffer.from([0, 255, sequence]),
    gzip: Buffer.from([31, 139, sequence]),
  };
}

export function state(
  epoch: string,
  sequence: number,
  views: readonly View[] = [BOARD],
): PublishedState {
  return {
    name: `School ${sequence}`,
    zone: 'Europe/Madrid',
    content: `{"text":"${sequence} ñ ع"}`,
    horizon: '2026-12-31',
    bodies: views.map((view) => body(view, epoch, sequence)),
  };
}

export async function addSchool(store: Store, id = 'riverside', views?: View[]): Promise<void> {
  const added = await store.addSchool(id, state(await store.epoch(), 1, views));
  if (!added) throw new Error(`${id} is taken`);
}

export function screen(
  id: string,
  more: { schoolId?: string; view?: View; info?: Partial<ScreenInfo>; tokenHash?: string } = {},
): ScreenRecord {
  return {
    id,
    schoolId: more.schoolId ?? 'riverside',
    tokenHash: more.tokenHash ?? `hash of ${id}`,
    view: more.view ?? BOARD,
    info: { version: 1, name: 'Main hall', sound: { on: false, volume: 0.5 }, ...more.info },
  };
}
