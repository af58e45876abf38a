/** The database cannot be brought to this version's shape. It was left as it was. */
export class StoreMigrationError extends Error {
  override readonly name = 'StoreMigrationError';
}
