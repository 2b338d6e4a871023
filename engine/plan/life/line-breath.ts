import { clamp } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'
import type { Phrase } from '../phrases.ts'
import type { Keyframe } from './keyframes.ts'

/** The breath before speech is quick and seen. Seconds. */
const SHORTEST_INHALE = 0.3
const LONGEST_INHALE = 0.6
/** Longer phrases take a deeper breath: seconds of speech for which it is full. */
const FULL_BREATH_SPEECH = 4
const SHALLOWEST = 0.7
/** The chest is full this long before the first sound. Seconds. */
const READY = 0.04
/** Lines start at least this long after they are known. Seconds; 15 ticks. */
const LINE_LEAD = 0.25

/** A pause from here on is used for a catch-breath. Seconds. */
const CATCH_PAUSE = 0.25
/** What a second of speech uses of a full chest, and what is always left. */
const USE_PER_SECOND = 0.14
const LEAST_LEFT = 0.12

/** Where the chest stands before the inhale and after the line, when nothing is known of the breath around it. */
const RESTING = 0.15

/** Breath of a part: in before its first sound and in its pauses, slowly out while it speaks. Keyframes, to be eased. */
export function lineBreath(phrases: readonly Phrase[], seed: number, stream: string): Keyframe[] {
  const first = phrases[0]!
  const speech = phrases.at(-1)!.end - first.start
  const depth = SHALLOWEST + (1 - SHALLOWEST) * clamp(speech / FULL_BREATH_SPEECH, 0, 1)
  const inhale = clamp(LONGEST_INHALE * depth * (0.85 + 0.3 * random(seed, stream, 0)), SHORTEST_INHALE, LONGEST_INHALE)
  const full = first.start - READY
  const begins = Math.min(full - SHORTEST_INHALE, Math.max(-LINE_LEAD, full - inhale))
  const keyframes: Keyframe[] = [
    [begins, RESTING],
    [full, depth],
  ]
  let air = depth
  for (const [i, phrase] of phrases.entries()) {
    air = Math.max(LEAST_LEFT, air - USE_PER_SECOND * (phrase.end - phrase.start))
    keyframes.push([phrase.end, air])
    const next = phrases[i + 1]
    if (!next || next.start - phrase.end < CATCH_PAUSE) continue
    air = Math.min(1, air + 0.35 + 0.25 * random(seed, stream, i + 1))
    keyframes.push([next.start - READY, air])
  }
  return keyframes
}
