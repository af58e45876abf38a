/** Preact needs `queueMicrotask`, and Chromium has it from 71 on only. */
export function provideQueueMicrotask(page: { queueMicrotask?: (run: () => void) => void }): void {
  page.queueMicrotask ??= (run) => {
    void Promise.resolve()
      .then(run)
      .catch((error: unknown) => {
        // Where an error of a microtask belongs: to the window, not to a promise.
        setTimeout(() => {
          throw error;
        });
      });
  };
}
