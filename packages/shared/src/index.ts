export { type ClientMessage, type Hello, readClientFrame } from './client-messages.js';
export { CLOSE_CODES, type CloseReason } from './close-codes.js';
export { EPHEMERAL_DEVICE } from './device.js';
export {
  ERROR_STATUS,
  type ErrorBody,
  type ErrorCode,
  errorBodySchema,
  errorSchema,
} from './errors.js';
export { type Frame, PROTOCOLS } from './frame.js';
export { CAUSE_PARAMETER, HEADERS, PATHS, WANT_PARAMETER } from './headers.js';
export {
  ALERT_KINDS,
  type Alert,
  ANNOUNCEMENT_LEVELS,
  type Announcement,
  alertSchema,
  announcementSchema,
  COVER_KINDS,
  type Cover,
  coverSchema,
  type Duty,
  dutySchema,
  type Honour,
  honourSchema,
  MEDIA_KINDS,
  type MediaItem,
  mediaItemSchema,
} from './items.js';
export { type MediaRef, mediaRefSchema } from './media.js';
export type { Pairing, QrCode } from './pairing.js';
export {
  bodyTextSchema,
  colorSchema,
  groupSchema,
  idSchema,
  instantSchema,
  localDateSchema,
  localTimeSchema,
  shortTextSchema,
  titleSchema,
} from './primitives.js';
export {
  DAY_KINDS,
  type DayKind,
  type Division,
  divisionSchema,
  type ProgramDay,
  programDaySchema,
  SLOT_KINDS,
  type Slot,
  type SlotKind,
  slotSchema,
} from './program.js';
export { type ScreenReport, screenReportSchema } from './report.js';
export { formatRevision, parseRevision, type Revision, revisionSchema } from './revision.js';
export {
  type School,
  schoolSchema,
  type Theme,
  themeSchema,
  type ZoneOffset,
  zoneOffsetSchema,
} from './school.js';
export {
  LAYOUTS,
  type Layout,
  receivedScreenSchema,
  type ScreenInfo,
  screenInfoSchema,
  type View,
  viewSchema,
} from './screen.js';
export {
  ENGINE_FAMILIES,
  ENGINE_FEATURES,
  type EngineFamily,
  type EngineFeature,
  SELF_TEST_FINDINGS,
  SELF_TEST_OUTCOMES,
  type SelfTestFinding,
  type SelfTestReport,
} from './self-test.js';
export { decodeSelfTest, encodeSelfTest, type SelfTestCodeError } from './self-test-code.js';
export {
  COMMAND_NAMES,
  type CommandName,
  type Invalidate,
  readServerFrame,
  type ServerMessage,
  type Welcome,
} from './server-messages.js';
export {
  type ReceivedSnapshot,
  receiveSnapshot,
  SCHEMA_MAJOR,
  type Snapshot,
  snapshotSchema,
} from './snapshot.js';
export { formatStatusTag, type Status, statusSchema } from './status.js';
export {
  type Lesson,
  lessonSchema,
  type SchoolClass,
  schoolClassSchema,
  type Timetable,
  timetableSchema,
} from './timetable.js';
export { type Checked, check, type Violation } from './violations.js';
