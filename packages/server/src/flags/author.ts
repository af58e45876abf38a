/** Who changes a flag, and why: for the history (FLAG-2). */
export interface Author {
  /** The name of an administrator's key, or `rollout`. */
  readonly by: string;
  readonly why?: string;
}
