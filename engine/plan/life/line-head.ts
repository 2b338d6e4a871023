import { fractalNoise } from '../../core/math/noise.ts'
import { radians, smoothstep } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'
import type { Accent } from '../accents.ts'
import type { Phrase } from '../phrases.ts'
import type { Delivery } from './habits.ts'
import type { HeadSignal } from './head-motion.ts'

/** A nod of the strongest accent, radians. */
const NOD = radians(4.2)
/** A nod begins this long before the accent, is deepest this long after it, and is over this long after that. Seconds. */
const NOD_RISE = 0.2
const NOD_LATE = 0.02
const NOD_FALL = 0.36
/** Nods come no closer than this; of two the stronger stays. Seconds. */
const NOD_GAP = 0.6

/** Brows rise with the strongest accents, slower than the head, and sink slower still. */
const BROW_RAISE = 0.55
const BROW_RISE = 0.22
const BROW_HOLD = 0.18
const BROW_FALL = 0.5
const BROW_GAP = 2
const LEAST_BROW_STRENGTH = 0.5

/** Between nods the head goes where each phrase puts it, radians, and never stops. */
const PHRASE_POSE: Readonly<Record<HeadSignal, number>> = {
  headYaw: radians(3),
  headPitch: radians(1.2),
  headRoll: radians(2.2),
}
const SPEECH_WANDER: Readonly<Record<HeadSignal, number>> = {
  headYaw: radians(1.6),
  headPitch: radians(1.4),
  headRoll: radians(1.2),
}
const WANDER_SWINGS = 0.8
/** The head moves to a phrase's pose from a little before its start. Seconds. */
const POSE_EARLY = 0.15
const POSE_TIME = 0.55
const SETTLE_TIME = 0.7

/** A question ends with the chin up, brows raised. */
const QUESTION_CHIN = radians(-2.5)
const QUESTION_BROW = 0.35
const QUESTION_TIME = 0.45

/** What a head needs to know of a part. */
export type HeadScore = {
  readonly phrases: readonly Phrase[]
  readonly accents: readonly Accent[]
  readonly isQuestion: boolean
  readonly delivery: Delivery
  readonly seed: number
  readonly stream: string
}

/** Head signals of a part at a time, radians; zero well before its first sound and after its last. */
export function lineHeadAt(signal: HeadSignal, score: HeadScore, seconds: number): number {
  const { phrases, seed, stream, delivery } = score
  const wander = SPEECH_WANDER[signal] * fractalNoise(seed, `${stream}/${signal}`, seconds * WANDER_SWINGS, 2)
  const still = phrasePose(signal, score, seconds) + speechShare(phrases, seconds) * wander
  const spoken =
    signal === 'headPitch'
      ? still + nodAt(score.accents, seconds) + questionShare(score, seconds) * QUESTION_CHIN
      : still
  return spoken * delivery.head
}

/** Brow raise of a part at a time, [0, 1]. */
export function lineBrowAt(score: HeadScore, seconds: number): number {
  let raise = QUESTION_BROW * questionShare(score, seconds)
  for (const { at, strength } of score.accents) {
    const up = smoothstep(at - BROW_RISE, at, seconds) - smoothstep(at + BROW_HOLD, at + BROW_HOLD + BROW_FALL, seconds)
    raise = Math.max(raise, BROW_RAISE * strength * up)
  }
  return Math.min(1, raise * score.delivery.brows)
}

/** Accents strong and far enough apart for the head, and among them those for the brows. */
export const nodAccents = (accents: readonly Accent[]): Accent[] => spaceOut(accents, NOD_GAP)
export const browAccents = (accents: readonly Accent[]): Accent[] =>
  spaceOut(
    accents.filter(({ strength }) => strength >= LEAST_BROW_STRENGTH),
    BROW_GAP,
  )

function spaceOut(accents: readonly Accent[], gap: number): Accent[] {
  const kept: Accent[] = []
  for (const accent of [...accents].sort((a, b) => b.strength - a.strength || a.at - b.at)) {
    if (kept.every(({ at }) => Math.abs(at - accent.at) >= gap)) kept.push(accent)
  }
  return kept.sort((a, b) => a.at - b.at)
}

function nodAt(accents: readonly Accent[], seconds: number): number {
  let nod = 0
  for (const { at, strength } of accents) {
    const apex = at + NOD_LATE
    nod += NOD * strength * (smoothstep(at - NOD_RISE, apex, seconds) - smoothstep(apex, apex + NOD_FALL, seconds))
  }
  return nod
}

/** Each phrase has a pose of its own; after the last the head comes back. */
function phrasePose(signal: HeadSignal, { phrases, seed, stream }: HeadScore, seconds: number): number {
  let pose = 0
  let last = 0
  for (const [i, { start }] of phrases.entries()) {
    const next = PHRASE_POSE[signal] * (2 * random(seed, `${stream}/pose/${signal}`, i) - 1)
    pose += (next - last) * smoothstep(start - POSE_EARLY, start - POSE_EARLY + POSE_TIME, seconds)
    last = next
  }
  const end = phrases.at(-1)!.end
  return pose - last * smoothstep(end, end + SETTLE_TIME, seconds)
}

function speechShare(phrases: readonly Phrase[], seconds: number): number {
  const start = phrases[0]!.start
  const end = phrases.at(-1)!.end
  return smoothstep(start - POSE_EARLY, start + POSE_TIME, seconds) - smoothstep(end, end + SETTLE_TIME, seconds)
}

function questionShare({ phrases, isQuestion }: HeadScore, seconds: number): number {
  if (!isQuestion) return 0
  const { end } = phrases.at(-1)!
  return (
    smoothstep(end - QUESTION_TIME, end, seconds) -
    smoothstep(end + QUESTION_TIME / 2, end + QUESTION_TIME / 2 + SETTLE_TIME, seconds)
  )
}
