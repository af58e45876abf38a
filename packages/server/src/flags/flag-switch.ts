import type { Bus } from '../bus/bus.js';
import type { Clock } from '../ports/clock.js';
import type { FlagChange, FlagsRecord } from '../store/flag-records.js';
import type { Store } from '../store/store.js';
import type { Author } from './author.js';
import { formatPercentage } from './format-percentage.js';
import { applyRollout } from './rollout/apply-rollout.js';
import { updateFlags } from './update-flags.js';

/** A flag that holds for every school, and what it is to be. */
export type FlagSetting =
  | { readonly flag: 'kill-switch' | 'default'; readonly value: 'on' | 'off' }
  /** From 0 to 100; `null`: no say. */
  | { readonly flag: 'percentage'; readonly value: number | null };

/**
 * `version-mismatch`: the flags are not those that the change was meant for. `rollout-running`: the
 * percentage is the rollout's while one runs.
 */
type Refusal = 'version-mismatch' | 'rollout-running';

export interface FlagOutcome {
  readonly kind: 'changed' | Refusal;
  /** As they are now. */
  readonly flags: FlagsRecord;
}

/** Changes flags while the server runs; every node follows the bus (FLAG-2). */
export interface FlagSwitch {
  /**
   * Sets a flag for every school. The kill switch halts a rollout as well.
   *
   * @param version of the flags that the change is meant for; absent: whatever they are.
   */
  set(setting: FlagSetting, author: Author, version?: number): Promise<FlagOutcome>;
  /** @param say `undefined` takes the school's own say back. @returns `false` if there is no such school. */
  setSchool(schoolId: string, say: 'on' | 'off' | undefined, author: Author): Promise<boolean>;
}

export interface FlagSwitchOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
}

/** @returns a switch whose methods reject with `StoreUnavailableError` when nothing was changed. */
export function createFlagSwitch({ store, bus, clock }: FlagSwitchOptions): FlagSwitch {
  return {
    async set(setting, author, version) {
      const { flags, isWritten } = await updateFlags(store, (current) =>
        refusal(current, setting, version) === undefined
          ? edit(current, setting, author, clock.wallMs())
          : undefined,
      );
      const refused = isWritten ? undefined : refusal(flags, setting, version);
      if (refused !== undefined) return { kind: refused, flags };
      bus.publish({ urgent: false });
      return { kind: 'changed', flags };
    },
    async setSchool(schoolId, say, author) {
      const from = (await store.school(schoolId))?.realtime ?? 'default';
      const to = say ?? 'default';
      const change: FlagChange = { atMs: clock.wallMs(), ...author, flag: 'school', from, to };
      const known = await store.setSchoolRealtime(schoolId, say, change);
      if (known) bus.publish({ schoolId, urgent: false });
      return known;
    },
  };
}

function refusal(
  flags: FlagsRecord,
  setting: FlagSetting,
  version: number | undefined,
): Refusal | undefined {
  if (version !== undefined && version !== flags.version) return 'version-mismatch';
  const isTaken = setting.flag === 'percentage' && flags.rollout?.status === 'running';
  return isTaken ? 'rollout-running' : undefined;
}

function edit(flags: FlagsRecord, setting: FlagSetting, author: Author, nowMs: number) {
  const change = (from: string, to: string): FlagChange => ({
    atMs: nowMs,
    ...author,
    flag: setting.flag,
    from,
    to,
  });
  switch (setting.flag) {
    case 'default':
      return {
        flags: { fallback: setting.value },
        changes: [change(flags.fallback, setting.value)],
      };
    case 'percentage':
      return {
        flags: { percentage: setting.value },
        changes: [change(formatPercentage(flags.percentage), formatPercentage(setting.value))],
      };
    case 'kill-switch': {
      const isKilled = setting.value === 'on';
      const killed = change(flags.isKilled ? 'on' : 'off', setting.value);
      // Under the kill switch nothing is observed, so a rollout could only grow unseen.
      const halted =
        isKilled && flags.rollout?.status === 'running'
          ? applyRollout(flags, { kind: 'halt', why: 'The kill switch was set' }, author, {
              nowMs,
              positions: [],
            })
          : undefined;
      return {
        flags: { ...halted?.flags, isKilled },
        changes: [...(halted?.changes ?? []), killed],
      };
    }
  }
}
