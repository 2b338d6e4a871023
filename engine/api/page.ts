/** The page's door: the headless stage with voices and a view on a canvas. The live room and the editor enter here. */

export { actorId } from '../core/ids.ts'
export type { Avatar } from '../render/avatar.ts'
export type { StageFrame } from '../render/frame.ts'
export { type Adapter, type Host, isSoftware } from '../render/hosts/host.ts'
export { createPageHost, type PageHostOptions } from '../render/hosts/page.ts'
export { type Look, lookSchema } from '../render/look/look.ts'
export { PRESET_NAMES, type Preset } from '../render/presets.ts'
export { avatarOf, figureId, readStage } from '../render/read-stage.ts'
export { type StageSet, setSchema } from '../render/set/set.ts'
export { createView, type View, type ViewOptions } from '../render/view.ts'
export { createResampleStream, type ResampleStream } from '../sound/resample-stream.ts'
export { createFliteVoice, loadFlite } from '../voice/flite.ts'
export { defineVoice, type SpeechOptions, type SpeechPart, type Voice } from '../voice/voice.ts'
export { DEFAULT_VOICE, findVoice } from '../voice/voices.ts'
export { MOUTH_RELEASE } from '../world/lines.ts'
export { type BlobStore, createBlobStore, hashBytes } from './blobs.ts'
export { loadRig } from './content.ts'
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
  defineCommand,
  ENGINE_VERSION,
  EngineError,
  type ErrorCode,
  FACE_CHANNELS,
  type FaceChannelName,
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
  PCM_RATE,
  parseTake,
  poseHash,
  type Rehearsal,
  ROOM_LEAD,
  ROOM_PROTOCOL,
  type RoomClock,
  type RoomLine,
  type RoomMessages,
  readStartState,
  rehearse,
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
  type Take,
  TICK_RATE,
  type Welcome,
  type WorldEvent,
} from './index.ts'
export { lineCues } from './line-cues.ts'
export { loadPicture } from './load-picture.ts'
export { loadLook, loadSet } from './load-scenery.ts'
export { createSpeaker } from './voice-speaker.ts'
