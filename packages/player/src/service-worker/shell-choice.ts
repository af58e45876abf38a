/** What this device has learned of the builds that it holds; kept across restarts (UPD-3). */
export interface ShellChoice {
  /** The last build that has painted a scene. */
  readonly proven?: string;
  /** A newer build that has yet to paint one, and how often it was started. */
  readonly trial?: { readonly build: string; readonly boots: number };
}

/** Which build a start of the page gets, and what is known from then on. */
export interface ShellBoot {
  readonly build: string;
  readonly choice: ShellChoice;
  /** The build has to paint a scene, or the next start counts against it. */
  readonly isTrial: boolean;
}

/** So many starts without a scene, and a build is abandoned (UPD-3). */
const TRIAL_BOOTS = 2;

/**
 * Which build to start: the worker's own, unless it has failed its trial and another is proven.
 * @param own the build that the worker belongs to.
 */
export function chooseShell(choice: ShellChoice, own: string): ShellBoot {
  const { proven, trial } = choice;
  if (proven === undefined || proven === own) return { build: own, choice, isTrial: false };
  const boots = trial?.build === own ? trial.boots : 0;
  if (boots >= TRIAL_BOOTS) return { build: proven, choice, isTrial: false };
  const next = { proven, trial: { build: own, boots: boots + 1 } };
  return { build: own, choice: next, isTrial: true };
}

/** A page of `painted` has painted a scene. Only that of the worker's own build proves anything. */
export function onPainted(choice: ShellChoice, own: string, painted: string): ShellChoice {
  return painted === own && choice.proven !== own ? { proven: own } : choice;
}

/** Reads what was kept. @returns that nothing is known, for anything else. */
export function readShellChoice(text: string): ShellChoice {
  try {
    const { proven, trial }: { readonly proven?: unknown; readonly trial?: unknown } =
      JSON.parse(text);
    return {
      ...(typeof proven === 'string' && { proven }),
      ...(isTrial(trial) && { trial }),
    };
  } catch {
    return {};
  }
}

function isTrial(value: unknown): value is NonNullable<ShellChoice['trial']> {
  if (typeof value !== 'object' || value === null) return false;
  const { build, boots }: { readonly build?: unknown; readonly boots?: unknown } = value;
  return typeof build === 'string' && typeof boots === 'number';
}
