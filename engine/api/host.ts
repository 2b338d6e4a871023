/** The host's door: voices for the headless stage. A room server enters here; it draws nothing and encodes nothing. */

export { StagedFiles } from '../files/staged-files.ts'
export { createResampleStream, type ResampleStream } from '../sound/resample-stream.ts'
export { createFliteVoice } from '../voice/flite.ts'
export { loadFliteInNode } from '../voice/load-flite-node.ts'
export { readRecording } from '../voice/read-recording-node.ts'
export { createRecordedVoice, RECORDED_SPEAKER, type Recording } from '../voice/recorded.ts'
export { createFliteThreadVoice } from '../voice/remote/flite-thread-voice-node.ts'
export { assertSpeakable, cleanText } from '../voice/speakable.ts'
export { defineVoice, type SpeechOptions, type SpeechPart, type Voice } from '../voice/voice.ts'
export { DEFAULT_VOICE, findVoice } from '../voice/voices.ts'
export { type BlobStore, createBlobStore, hashBytes } from './blobs.ts'
export { readContent as readContentFile, STAGE_FOLDERS } from './content.ts'
export { CONTENT_FOLDER, type DiskContent, openContent } from './disk-content.ts'
export {
  ACTING_STATES,
  type ActingState,
  type Actor,
  advanceTo,
  type Catalogue,
  CLIENT_MESSAGES,
  type ClientMessages,
  COMMANDS,
  type Command,
  type ContentSource,
  createFollower,
  createRoomClock,
  createStage,
  DEFAULT_CULTURE,
  DEFAULT_MANNER,
  defineCommand,
  ENGINE_VERSION,
  EngineError,
  type ErrorCode,
  FACE_CHANNELS,
  type Face,
  type FaceChannelName,
  FILM_LINE_LEAD,
  type FollowedClock,
  type FollowedRoom,
  type Follower,
  type FollowerOptions,
  type FollowRoomOptions,
  followClock,
  followRoom,
  HASH_EVERY,
  loadCatalogue,
  MAX_HEARD,
  MAX_PCM,
  MAX_SAID,
  type Mannerisms,
  mannerismsSchema,
  NO_MANNERISMS,
  PCM_RATE,
  parseTake,
  poseHash,
  type Rehearsal,
  ROOM_LEAD,
  ROOM_LINE_LEAD,
  ROOM_PROTOCOL,
  type RoomClock,
  type RoomLine,
  type RoomMessages,
  readStartState,
  rehearse,
  requireListed,
  type Show,
  type SpawnOptions,
  type Speaker,
  type SpeakOptions,
  type SpokenPart,
  type Stage,
  type StageOptions,
  type Stamped,
  type StartState,
  seekTo,
  startStateSchema,
  stateHash,
  type Take,
  TICK_RATE,
  type Welcome,
  type WorldEvent,
  walkSeconds,
} from './index.ts'
export { blobFolder, hashContent, readTake, recordTake, speechOf, stageTake } from './take-file.ts'
export { createSpeaker } from './voice-speaker.ts'
