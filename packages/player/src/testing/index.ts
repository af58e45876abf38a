export type { FakeGateway, GatewayOptions } from './fake-gateway.js';
export { FakeLink, type FakeLinkOptions } from './fake-link.js';
export type { Admission, FakeBody, FakeSchool } from './fake-school.js';
export type { FakeServerOptions, ReceivedRequest } from './fake-server.js';
export { FakeServer, SAMPLE_TOKEN } from './fake-server.js';
export type { FakeSocket } from './fake-socket.js';
export type { RequestFault, RequestFaults, SocketFault } from './faults.js';
export { InMemoryIdentity, type InMemoryIdentityOptions } from './in-memory-identity.js';
export {
  InMemorySnapshotStore,
  type InMemorySnapshotStoreOptions,
  type StorageFault,
} from './in-memory-snapshot-store.js';
export { ManualClock, type ManualClockOptions } from './manual-clock.js';
export { ManualConnectivity } from './manual-connectivity.js';
export { RecordingLogger } from './recording-logger.js';
export { type SampleSnapshotOptions, sampleScreen, sampleSnapshot } from './sample-snapshot.js';
export { seededRandom } from './seeded-random.js';
export { SAMPLE_MIDNIGHT_MS, Timeline } from './timeline.js';
