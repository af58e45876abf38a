/** What may differ between a real screen and a simulated one. Everything else is the SPEC's. */
export interface CoreConfig {
  /**
   * How often the state advances by itself, so that subscribers repaint; aligned to the true
   * second. A simulation of many days may take larger steps.
   * @default 1000
   */
  readonly tickMs: number;
  /**
   * Whether it may ever be heard; a preview is not.
   * @default true
   */
  readonly rings: boolean;
  /**
   * How much of a file one request asks for: little enough for a slow network to bring it before
   * its deadline, and for the next refresh to cost little of it.
   * @default 1 MiB
   */
  readonly mediaPartBytes: number;
}

export const DEFAULT_CORE_CONFIG: CoreConfig = {
  tickMs: 1000,
  rings: true,
  mediaPartBytes: 2 ** 20,
};
