export { createBrowserClock } from './adapters/browser-clock.js';
export { createBrowserRandom, type RandomSource } from './adapters/browser-random.js';
export {
  createStoredToken,
  type KeptToken,
  type StoredToken,
} from './adapters/browser-stored-token.js';
export { createConsoleLogger } from './adapters/console-logger.js';
export { createDevicePlaces, type DevicePlaces } from './adapters/device-places.js';
export {
  createHttpSnapshotSource,
  type HttpSnapshotSourceOptions,
} from './adapters/http-snapshot-source.js';
export type { HttpReply, HttpRequest, Transport } from './adapters/http-transport.js';
export {
  createReconnectingChannel,
  type ReconnectingChannelOptions,
} from './adapters/reconnecting-channel.js';
export { createPlayer, createPlayerWith } from './create-player.js';
export { ContractError, InvalidOptionError, type PlayerError, TransportError } from './errors.js';
export { createMediaPlaces } from './extra-ports.js';
export type { SoundStatus } from './keep-sound.js';
export type { Player } from './player.js';
export {
  PLAYER_EVENTS,
  type PlayerEmitter,
  type PlayerEventName,
  type PlayerEvents,
} from './player-events.js';
export { EXTRAS, type Extras, type WhenExtras } from './player-extras.js';
export { isToken, type PlayerOptions, type PlayerPorts } from './player-options.js';
export type { Degradation, MediaStatus, PlayerStatus } from './player-status.js';
export type { Cancel, Clock } from './ports/clock.js';
export type { Connectivity, ConnectivityHint } from './ports/connectivity.js';
export type { DeviceIdentity, Identity } from './ports/device-identity.js';
export type {
  ChannelAttempt,
  ChannelEvent,
  InvalidationChannel,
} from './ports/invalidation-channel.js';
export type { LogEntry, Logger } from './ports/logger.js';
export type { MediaOutcome, MediaRequest, MediaSource } from './ports/media-source.js';
export type { CommitOutcome, MediaStore, OpenOutcome } from './ports/media-store.js';
export type { MessageSource } from './ports/message-source.js';
export type { PairingOutcome, PairingSource } from './ports/pairing-source.js';
export type { Ports } from './ports/ports.js';
export type { Random } from './ports/random.js';
export type {
  AnswerFacts,
  Credentials,
  SnapshotSource,
  SourceFailure,
  SourceOutcome,
  SourceRequest,
} from './ports/snapshot-source.js';
export type {
  Generation,
  Memory,
  RingClaim,
  SnapshotStore,
  StorageRung,
  Stored,
} from './ports/snapshot-store.js';
export type { Heard, Occasion, Sound, Speaker } from './ports/speaker.js';
export type {
  DayScene,
  Moment,
  Scene,
  SchoolDayStart,
  TimelineEntry,
} from './scene/scene.js';
export type { Messages, PluralForms, StateMessage } from './ui/messages/messages.js';
