import type { Snapshot } from '@hallboard/shared';
import type { Generation } from '../../ports/snapshot-store.js';

/** One published state of the school, to compare screens with. */
export interface PublishedState {
  readonly text: string;
  readonly snapshot: Snapshot;
}

/** Everything that the simulated school has ever published: a screen shows nothing else. */
export class Published {
  private readonly states = new Map<string, PublishedState>();

  add(revision: string, state: PublishedState): void {
    this.states.set(revision, state);
  }

  get(revision: string): PublishedState | undefined {
    return this.states.get(revision);
  }

  /** Whether a copy is as it was published: what "verifies" must mean in the end. */
  isIntact({ revision, body }: Generation): boolean {
    return this.states.get(revision)?.text === body;
  }

  newestIntact(generations: readonly Generation[]): Generation | undefined {
    return generations
      .filter((generation) => this.isIntact(generation))
      .reduce<Generation | undefined>(
        (newest, one) => (newest === undefined || one.seq > newest.seq ? one : newest),
        undefined,
      );
  }
}
