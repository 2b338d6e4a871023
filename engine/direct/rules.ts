import type { LookAct } from '../plan/acts.ts'
import type { Meaning } from '../tracks/meanings.ts'
import type { Emotion } from './read/emotion-words.ts'
import type { FindingName } from './read/finding.ts'

/** What hands or head do with what was read. */
export type GestureRule = {
  readonly read: FindingName
  /** What the gesture is to mean, best first. */
  readonly means: readonly Meaning[]
  /** [0, 1]; which goes first where two meet, and how far the budget of gestures may be overdrawn for it. */
  readonly priority: number
  /** How strongly it is made, [0, 1]. */
  readonly intensity: number
  /** How often it is made at all, where it is read most surely; [0, 1]. */
  readonly chance: number
  /** Only where it is read at least this surely. Default 0. */
  readonly least?: number
  readonly hand?: 'left' | 'right'
}

/**
 * What people's hands do with what they say. Priorities and chances are ours, by eye: greetings and denials are nearly
 * always acted, pronouns seldom.
 */
export const GESTURE_RULES: readonly GestureRule[] = [
  { read: 'greeting', means: ['greeting'], priority: 1, intensity: 0.7, chance: 0.9, least: 0.9 },
  { read: 'farewell', means: ['farewell'], priority: 1, intensity: 0.7, chance: 0.95 },
  { read: 'thanks', means: ['thanks', 'self'], priority: 0.8, intensity: 0.6, chance: 0.8 },
  { read: 'apology', means: ['apology', 'self'], priority: 0.75, intensity: 0.55, chance: 0.75 },
  { read: 'yes', means: ['yes'], priority: 0.8, intensity: 0.65, chance: 0.9 },
  { read: 'no', means: ['no'], priority: 0.8, intensity: 0.65, chance: 0.9 },
  { read: 'facepalm', means: ['facepalm'], priority: 0.9, intensity: 0.8, chance: 0.9 },
  { read: 'unknown', means: ['unknown', 'maybe'], priority: 0.85, intensity: 0.7, chance: 0.85 },
  { read: 'praise', means: ['praise', 'joy'], priority: 0.8, intensity: 0.8, chance: 0.85 },
  { read: 'stop', means: ['stop'], priority: 0.8, intensity: 0.75, chance: 0.8 },
  { read: 'think', means: ['think'], priority: 0.6, intensity: 0.55, chance: 0.6, least: 0.6 },
  { read: 'listen', means: ['listen'], priority: 0.7, intensity: 0.6, chance: 0.75, least: 0.6 },
  { read: 'invite', means: ['invite', 'offer'], priority: 0.7, intensity: 0.65, chance: 0.75 },
  { read: 'ordinal', means: ['count', 'list'], priority: 0.75, intensity: 0.65, chance: 0.85 },
  { read: 'item', means: ['list', 'count'], priority: 0.65, intensity: 0.6, chance: 0.95 },
  { read: 'number', means: ['count', 'precision'], priority: 0.55, intensity: 0.6, chance: 0.7 },
  { read: 'oneSide', means: ['contrast'], priority: 0.7, intensity: 0.6, chance: 0.95, hand: 'left' },
  { read: 'otherSide', means: ['contrast'], priority: 0.72, intensity: 0.65, chance: 0.95, hand: 'right' },
  { read: 'big', means: ['big'], priority: 0.6, intensity: 0.75, chance: 0.8 },
  { read: 'small', means: ['small', 'precision'], priority: 0.55, intensity: 0.6, chance: 0.75 },
  { read: 'up', means: ['up'], priority: 0.55, intensity: 0.65, chance: 0.75 },
  { read: 'down', means: ['down'], priority: 0.5, intensity: 0.6, chance: 0.7 },
  { read: 'left', means: ['there', 'present'], priority: 0.6, intensity: 0.65, chance: 0.85, hand: 'left' },
  { read: 'right', means: ['there', 'present'], priority: 0.6, intensity: 0.65, chance: 0.85, hand: 'right' },
  { read: 'there', means: ['there'], priority: 0.55, intensity: 0.65, chance: 0.75 },
  { read: 'here', means: ['here', 'down'], priority: 0.5, intensity: 0.6, chance: 0.6 },
  { read: 'screen', means: ['present', 'there'], priority: 0.9, intensity: 0.7, chance: 0.95 },
  { read: 'present', means: ['present', 'offer'], priority: 0.6, intensity: 0.65, chance: 0.7 },
  { read: 'love', means: ['love', 'self'], priority: 0.65, intensity: 0.7, chance: 0.75 },
  { read: 'playful', means: ['playful', 'joy'], priority: 0.65, intensity: 0.7, chance: 0.7 },
  { read: 'precision', means: ['precision'], priority: 0.5, intensity: 0.6, chance: 0.75 },
  { read: 'maybe', means: ['maybe', 'unknown'], priority: 0.45, intensity: 0.5, chance: 0.7 },
  { read: 'self', means: ['self'], priority: 0.45, intensity: 0.5, chance: 0.6, least: 0.4 },
  { read: 'you', means: ['you', 'offer'], priority: 0.4, intensity: 0.55, chance: 0.55, least: 0.5 },
  { read: 'we', means: ['we'], priority: 0.45, intensity: 0.55, chance: 0.6 },
  { read: 'offer', means: ['offer'], priority: 0.45, intensity: 0.6, chance: 0.7 },
  { read: 'explain', means: ['explain', 'offer'], priority: 0.35, intensity: 0.55, chance: 0.65 },
  { read: 'whQuestion', means: ['offer', 'explain'], priority: 0.3, intensity: 0.55, chance: 0.5 },
  { read: 'yesNoQuestion', means: ['offer', 'you'], priority: 0.25, intensity: 0.5, chance: 0.4 },
  { read: 'negation', means: ['no'], priority: 0.3, intensity: 0.45, chance: 0.3 },
  { read: 'sarcasm', means: ['playful', 'unknown'], priority: 0.4, intensity: 0.45, chance: 0.4 },
]

/** What hands do with a strong feeling. */
export const FEELING_GESTURES: Partial<
  Record<Emotion, { readonly means: readonly Meaning[]; readonly least: number }>
> = {
  happy: { means: ['joy', 'praise'], least: 0.75 },
  amused: { means: ['playful', 'joy'], least: 0.75 },
  proud: { means: ['praise', 'self'], least: 0.7 },
  sad: { means: ['sad', 'self'], least: 0.7 },
  surprised: { means: ['surprise'], least: 0.65 },
  fearful: { means: ['stop', 'surprise'], least: 0.7 },
  disgusted: { means: ['stop', 'no'], least: 0.75 },
  angry: { means: ['stop', 'emphasis'], least: 0.7 },
  tender: { means: ['love', 'self'], least: 0.75 },
  confused: { means: ['unknown', 'think'], least: 0.6 },
}

/** What a stressed word is given where nothing else is meant: mostly a beat. */
export const BEAT_MEANS: readonly Meaning[] = ['emphasis', 'explain', 'offer']

/** What a face does with what was read, where no feeling is stronger. */
export const FACE_RULES: Partial<Record<FindingName, readonly [expression: Emotion, intensity: number]>> = {
  greeting: ['friendly', 0.65],
  farewell: ['friendly', 0.55],
  thanks: ['friendly', 0.55],
  invite: ['friendly', 0.4],
  apology: ['apologetic', 0.5],
  unknown: ['confused', 0.4],
  maybe: ['thinking', 0.25],
  think: ['thinking', 0.45],
  praise: ['happy', 0.65],
  love: ['tender', 0.5],
  playful: ['amused', 0.6],
  sarcasm: ['amused', 0.4],
  facepalm: ['apologetic', 0.5],
  whQuestion: ['interested', 0.4],
  yesNoQuestion: ['interested', 0.4],
  tagQuestion: ['interested', 0.35],
  question: ['interested', 0.4],
}

/** Where eyes go with what was read, each with how often. */
export const LOOK_RULES: Partial<Record<FindingName, readonly (readonly [at: LookAct['at'], share: number])[]>> = {
  // Thinking looks away, mostly up. Source: Andrist et al., "Conversational gaze aversion" (2014).
  think: [
    ['up', 0.55],
    ['left', 0.2],
    ['right', 0.2],
    ['down', 0.05],
  ],
  screen: [['screen', 1]],
  sarcasm: [['up', 1]],
  apology: [['down', 0.6]],
}
