export type { CoreConfig } from '../core/config.js';
export type { Transition } from '../core/create-transition.js';
export type { PlayerCore } from '../core/early-core.js';
export type { Effect } from '../core/effect.js';
export type { Input, PlayerEvent } from '../core/event.js';
export { createPlayerCore, type PlayerCoreOptions } from '../core/player-core.js';
export type { PlayerState } from '../core/state.js';
export { transition } from '../core/transition.js';
export type { FakeGateway, GatewayOptions } from './fake-gateway.js';
export { FakeLink, type FakeLinkOptions } from './fake-link.js';
export type { Admission, FakeBody, FakeSchool } from './fake-school.js';
export type { FakeServerOptions, ReceivedMediaRequest, ReceivedRequest } from './fake-server.js';
export { FakeServer, SAMPLE_TOKEN } from './fake-server.js';
export type { FakeSocket } from './fake-socket.js';
export type { RequestFault, RequestFaults, SocketFault } from './faults.js';
export { InMemoryIdentity, type InMemoryIdentityOptions } from './in-memory-identity.js';
export { InMemoryMediaStore, type InMemoryMediaStoreOptions } from './in-memory-media-store.js';
export {
  InMemorySnapshotStore,
  type InMemorySnapshotStoreOptions,
  type StorageFault,
} from './in-memory-snapshot-store.js';
export { ManualClock, type ManualClockOptions } from './manual-clock.js';
export { ManualConnectivity } from './manual-connectivity.js';
export { RecordingLogger } from './recording-logger.js';
export { type SampleFile, sampleFile } from './sample-file.js';
export { type SampleSnapshotOptions, sampleScreen, sampleSnapshot } from './sample-snapshot.js';
export { seededRandom } from './seeded-random.js';
export type {
  Fault,
  FaultScript,
  ScreenMishap,
  ServerMishap,
  WriteEnding,
} from './simulation/fault.js';
export { type RandomScriptOptions, randomScript } from './simulation/random-script.js';
export { type Content, sampleContent } from './simulation/school.js';
export { type SimulationConfig, type SimulationResult, simulate } from './simulation/simulate.js';
export type { Violation } from './simulation/violation.js';
export { SAMPLE_MIDNIGHT_MS, Timeline } from './timeline.js';
