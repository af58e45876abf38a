/** Another process has the data open: a directory belongs to one at a time (SRV-1). */
export class StoreInUseError extends Error {
  override readonly name = 'StoreInUseError';

  constructor(
    readonly directory: string,
    options?: ErrorOptions,
  ) {
    super(`another process is using the data in ${directory}`, options);
  }
}
