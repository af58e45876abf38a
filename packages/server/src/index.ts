export { createSystemClock } from './adapters/system-clock.js';
export { createSystemRandom } from './adapters/system-random.js';
export type { Bus, ChangeNotice } from './bus/bus.js';
export { createInProcessBus } from './bus/in-process/in-process-bus.js';
export { createRedisBus, type RedisBusOptions } from './bus/redis/redis-bus.js';
export { renderSettingsTable } from './config/render-settings-table.js';
export { type Config, ConfigError, readConfig } from './config.js';
export { createServer, type HallboardServer, type ServerOptions } from './create-server.js';
export { renderHeadingTables } from './import/render-heading-tables.js';
export { type LogFields, type Logger, silentLogger } from './logging/logger.js';
export { createPinoLogger, type PinoLoggerOptions } from './logging/pino-logger.js';
export {
  type MediaDirectoryOptions,
  openMediaDirectory,
} from './media/directory/media-directory.js';
export type {
  ByteRange,
  MediaFiles,
  MediaUpload,
  NoRoom,
  PutOutcome,
  RemoveOutcome,
} from './media/media-files.js';
export { openRedisMedia, type RedisMediaOptions } from './media/redis/redis-media.js';
export type { Clock } from './ports/clock.js';
export type { Random } from './ports/random.js';
export { createToken, hashSecret } from './screens/token.js';
export { type LibsqlStoreOptions, openLibsqlStore } from './store/libsql/libsql-store.js';
export {
  type EpochMemory,
  openRedisStore,
  type RedisStoreOptions,
} from './store/redis/redis-store.js';
export type { Store } from './store/store.js';
export { StoreUnavailableError } from './store/store-unavailable-error.js';
