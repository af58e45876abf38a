import { test as it } from '@playwright/test';
import type { DrivenPage } from '../fixtures/driven-page.js';
import { IS_STILL } from './looks.js';

/**
 * Plays a scenario step by step. A step that fails does not keep the next ones from being played:
 * of an engine we want to know all that it cannot do.
 */
export class StepLog {
  private readonly failures: unknown[] = [];

  /**
   * @param title the same in every engine, so that they can be compared.
   * @param work says in a few words what was seen, and of which page there is to be a picture.
   */
  async play(
    title: string,
    work: () => Promise<{ readonly seen: string; readonly picture?: DrivenPage }>,
  ): Promise<void> {
    const played = it.step(title, async (step) => {
      const { seen, picture } = await work().catch(async (error: unknown) => {
        await step.attach(title, { body: String(error), contentType: 'text/plain' });
        throw error;
      });
      await step.attach(title, { body: seen, contentType: 'text/plain' });
      if (picture === undefined) return;
      await picture.until(IS_STILL);
      await step.attach(title, { body: await picture.screenshot(), contentType: 'image/png' });
    });
    await played.catch((error: unknown) => this.failures.push(error));
  }

  /** @throws AggregateError with what failed. */
  end(): void {
    if (this.failures.length === 0) return;
    throw new AggregateError(this.failures, this.failures.map(String).join('\n'));
  }
}
