/** The headless door: a stage, its actors and commands, takes and rehearsals. Reaches no voice, picture or codec. */

export { TICK_RATE } from '../core/clock.ts'
export { EngineError, type ErrorCode } from '../core/errors.ts'
export { ACTING_STATES, type ActingState } from '../plan/acting.ts'
export { type Mannerisms, mannerismsSchema, NO_MANNERISMS } from '../plan/mannerisms.ts'
export { FACE_CHANNELS, type FaceChannelName } from '../rig/blendshapes.ts'
export type { Stamped } from '../world/commands.ts'
export type { WorldEvent } from '../world/events.ts'
export { FILM_LINE_LEAD, ROOM_LINE_LEAD } from '../world/lines.ts'
export { DEFAULT_CULTURE, DEFAULT_MANNER } from '../world/manner.ts'
export { poseHash, stateHash } from '../world/pose-hash.ts'
export { readStartState, type StartState, startStateSchema } from '../world/start-state.ts'
export type { Catalogue } from '../world/world.ts'
export type { Actor, Face, SpawnOptions } from './actor.ts'
export { advanceTo, seekTo } from './advance-to.ts'
export { COMMANDS } from './commands/index.ts'
export { type ContentSource, loadCatalogue, requireListed } from './content.ts'
export { type Command, defineCommand } from './define-command.ts'
export { type Rehearsal, rehearse, type Show } from './rehearse.ts'
export { type FollowedRoom, type FollowRoomOptions, followRoom, type RoomLine } from './room/follow-room.ts'
export { type FollowedClock, followClock } from './room/followed-clock.ts'
export { createFollower, type Follower, type FollowerOptions, HASH_EVERY } from './room/follower.ts'
export {
  CLIENT_MESSAGES,
  type ClientMessages,
  MAX_HEARD,
  MAX_PCM,
  MAX_SAID,
  PCM_RATE,
  ROOM_LEAD,
  ROOM_PROTOCOL,
  type RoomMessages,
  type Welcome,
} from './room/messages.ts'
export { createRoomClock, type RoomClock } from './room/room-clock.ts'
export type { Speaker, SpeakOptions, SpokenPart } from './speaker.ts'
export { createStage, type Stage, type StageOptions } from './stage.ts'
export { ENGINE_VERSION, parseTake, type Take } from './take.ts'
export { walkSeconds } from './walk-seconds.ts'
