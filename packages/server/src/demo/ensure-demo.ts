import { join } from 'node:path';
import * as v from 'valibot';
import { createLocalTime } from '../content/program/local-time.js';
import type { Publisher } from '../content/publisher.js';
import { zoneSchema } from '../content/schema/school-settings-schema.js';
import type { Clock } from '../ports/clock.js';
import { hashSecret } from '../screens/token.js';
import type { Store } from '../store/store.js';
import { DEMO_SCHOOL_NAME, demoContent } from './demo-content.js';
import { readTokenFile, writeTokenFile } from './token-file.js';

const SCHOOL_ID = 'demo';

export interface DemoOptions {
  readonly publisher: Publisher;
  readonly store: Store;
  readonly clock: Clock;
  /** Where the demo screen's token is kept, in `demo-screen.token`. */
  readonly dataDir: string;
  /** The IANA zone that the demo school lives in: the machine's. One that is not known becomes UTC. */
  readonly zone: string;
}

/**
 * Makes the demo school and its screen where they are missing, and nothing that is there already is
 * changed: the school may have been given other content since. Realtime is on for it (FLAG-1).
 * @returns the screen's token, the same at every start.
 */
export async function ensureDemo(options: DemoOptions): Promise<{ readonly token: string }> {
  await ensureSchool(options);
  const { store, publisher, dataDir } = options;
  const path = join(dataDir, 'demo-screen.token');
  const known = await readTokenFile(path);
  const screen = known && (await store.screenByTokenHash(hashSecret(known)));
  if (screen && screen.revokedAtMs === undefined) return { token: known };

  const added = await publisher.addScreen(SCHOOL_ID, { name: 'Main hall' });
  if (added.kind !== 'added') throw new Error(`the demo's screen was refused: ${added.kind}`);
  await writeTokenFile(path, added.token);
  return { token: added.token };
}

async function ensureSchool({ publisher, store, clock, zone: given }: DemoOptions): Promise<void> {
  const zone = v.is(zoneSchema, given) ? given : 'UTC';
  const school = await store.school(SCHOOL_ID);
  // At 1 the process died before the demo's own content was published.
  if (school && school.sequence > 1) return;
  if (!school) {
    const start = { id: SCHOOL_ID, name: DEMO_SCHOOL_NAME, zone, locale: 'en-GB' };
    const { kind } = await publisher.addSchool(start);
    // Taken: another node that starts now was first.
    if (kind !== 'added' && kind !== 'taken')
      throw new Error(`the demo school was refused: ${kind}`);
  }
  await store.setSchoolRealtime(SCHOOL_ID, 'on');
  const today = createLocalTime(zone).dateAt(clock.wallMs());
  const published = await publisher.publish(SCHOOL_ID, demoContent(zone, today));
  if (published.kind !== 'published') {
    throw new Error(`the demo's content was refused: ${published.kind}`);
  }
}
