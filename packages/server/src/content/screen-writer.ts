import { check } from '@hallboard/shared';
import type { Random } from '../ports/random.js';
import { changeScreen, createView } from '../screens/change-screen.js';
import { newScreenSchema, screenChangeSchema } from '../screens/screen-input.js';
import { createToken, hashSecret } from '../screens/token.js';
import { type ScreenRecord, viewKey } from '../store/records.js';
import type { Store } from '../store/store.js';
import { checkScreen } from './check-screen.js';
import type {
  AddScreenResult,
  ChangeScreenResult,
  Taken,
  UnknownScreen,
} from './publish-results.js';
import type { PublishWriter } from './publish-writer.js';
import { readStoredContent } from './stored-content.js';

export interface ScreenWriterOptions {
  readonly store: Store;
  readonly writer: PublishWriter;
  readonly random: Random;
  /** Told of every change. */
  readonly notify: (schoolId: string) => void;
}

/** Adds and changes screens, with a publish where the set of views changes (SNAP-5). */
export interface ScreenWriter {
  add(schoolId: string, input: unknown): Promise<AddScreenResult>;
  change(schoolId: string, screenId: string, input: unknown): Promise<ChangeScreenResult>;
}

/** The screen was changed without a publish. */
interface Updated {
  readonly kind: 'updated';
}

export function createScreenWriter(options: ScreenWriterOptions): ScreenWriter {
  const { store, writer, random, notify } = options;

  /** Adds a screen together with the first body of its view. */
  const publishWith = (screen: ScreenRecord) =>
    writer.write<Taken>(screen.schoolId, async () => {
      if (await store.screen(screen.id)) return { kind: 'taken' };
      const stored = await readStoredContent(store, screen.schoolId);
      return stored.kind === 'draft' ? { ...stored, screen } : stored;
    });

  return {
    async add(schoolId, input) {
      const checked = check(newScreenSchema, input);
      if (!checked.ok) return { kind: 'invalid', violations: checked.violations };
      const {
        id = `screen-${random.bytes(8).toString('hex')}`,
        layout,
        groups,
        ...info
      } = checked.value;
      const stored = await readStoredContent(store, schoolId);
      if (stored.kind !== 'draft') return stored;
      const violations = checkScreen(info, stored.content);
      if (violations.length > 0) return { kind: 'invalid', violations };

      const token = createToken(random);
      const screen: ScreenRecord = {
        id,
        schoolId,
        tokenHash: hashSecret(token),
        view: createView(layout, groups),
        info: { version: 1, ...info },
      };
      const outcome = await store.addScreen(screen);
      if (outcome === 'taken' || outcome === 'unknown-school') return { kind: outcome };
      if (outcome === 'no-body') {
        const result = await publishWith(screen);
        if (result.kind !== 'published') return result;
      }
      notify(schoolId);
      return { kind: 'added', screen, token };
    },

    async change(schoolId, screenId, input) {
      const checked = check(screenChangeSchema, input);
      if (!checked.ok) return { kind: 'invalid', violations: checked.violations };
      let changed: ScreenRecord | undefined;
      const result = await writer.write<UnknownScreen | Updated>(schoolId, async () => {
        const screen = await store.screen(screenId);
        if (screen?.schoolId !== schoolId || screen.revokedAtMs !== undefined) {
          return { kind: 'unknown-screen' };
        }
        const stored = await readStoredContent(store, schoolId);
        if (stored.kind !== 'draft') return stored;
        changed = changeScreen(screen, checked.value);
        const violations = checkScreen(changed.info, stored.content);
        if (violations.length > 0) return { kind: 'invalid', violations };
        // Screens fetch a new snapshot only for a new revision, so a new view needs one.
        if (viewKey(changed.view) !== viewKey(screen.view)) return { ...stored, screen: changed };
        return { kind: (await store.updateScreen(changed)) === 'updated' ? 'updated' : 'retry' };
      });
      if (result.kind !== 'published' && result.kind !== 'updated') return result;
      notify(schoolId);
      return changed ? { kind: 'changed', screen: changed } : { kind: 'unknown-screen' };
    },
  };
}
