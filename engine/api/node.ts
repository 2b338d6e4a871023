/** The worker's door: the host's, and the off-line view and encoder. Capture enters here. */

export { type ContactSheet, encodeContactSheet, type SheetPicture } from '../encode/contact-sheet.ts'
export { type FrameRate, parseFps, parseSize, type Size } from '../encode/formats.ts'
export { formatWebVtt } from '../encode/web-vtt.ts'
export { checkOutput, checkOutputFolder } from '../files/check-output.ts'
export { StagedFiles } from '../files/staged-files.ts'
export { type Adapter, isSoftware, type NodeHost } from '../render/hosts/host.ts'
export { PRESET_NAMES, type Preset } from '../render/presets.ts'
export { type Rig, rigSchema } from '../rig/rig.ts'
export { CLIP_MASKS, type ClipMask } from '../tracks/clip-mask.ts'
export type { Shot } from '../world/stage-file.ts'
export { type Baked, type BakeOptions, bakeTake } from './bake-take.ts'
export { bmlOfTake } from './bml-of-take.ts'
export { CONTENT_FOLDER, type DiskContent, openContent } from './disk-content.ts'
export { type FilmOptions, type FilmReport, filmTake, frameCount } from './film/film-take.ts'
export { FilmWorkers } from './film/film-workers.ts'
export { joinFrameHashes } from './film/frame-hash.ts'
export { createNodeHost } from './film/open-node-host.ts'
export { openPortraitStudio, type PortraitStudio, type Sitting } from './film/portraits.ts'
export { type Instant, openStageCamera, type StageCamera } from './film/stage-camera.ts'
export { hashTake, type TakeHashes } from './hash-take.ts'
export {
  ACTING_STATES,
  type ActingState,
  type Actor,
  advanceTo,
  assertSpeakable,
  type BlobStore,
  type Catalogue,
  COMMANDS,
  type Command,
  type ContentSource,
  cleanText,
  createBlobStore,
  createFliteVoice,
  createRecordedVoice,
  createSpeaker,
  createStage,
  DEFAULT_VOICE,
  defineCommand,
  defineVoice,
  ENGINE_VERSION,
  EngineError,
  type ErrorCode,
  FACE_CHANNELS,
  type Face,
  type FaceChannelName,
  FILM_LINE_LEAD,
  findVoice,
  hashBytes,
  loadCatalogue,
  loadFliteInNode,
  parseTake,
  RECORDED_SPEAKER,
  type Recording,
  type Rehearsal,
  readRecording,
  rehearse,
  requireListed,
  type Show,
  type SpawnOptions,
  type Speaker,
  type SpeakOptions,
  type SpeechOptions,
  type SpeechPart,
  type SpokenPart,
  type Stage,
  type StageOptions,
  seekTo,
  type Take,
  TICK_RATE,
  type Voice,
} from './host.ts'
export { type LintReport, lintPerformance } from './lint/lint-performance.ts'
export type { Finding, Rule as LintRule } from './lint/rule.ts'
export { RULES as LINT_RULES } from './lint/rules/index.ts'
export { type Performance, type RecordOptions, recordShow } from './record-show.ts'
export { stageOfTake } from './take.ts'
export { blobFolder, checkContent, hashContent, readTake, recordTake, stageTake, writeTake } from './take-file.ts'
export { chooseChannels } from './why/choose-channels.ts'
export { type ChannelStory, explainTick, type TickStory } from './why/explain-tick.ts'
