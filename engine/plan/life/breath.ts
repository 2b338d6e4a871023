import { random } from '../../core/random.ts'
import type { Keyframe } from './keyframes.ts'
import { EPOCH, normal } from './renewals.ts'

/** Breaths a minute; each actor has its own. Source: adults at rest, 12–20. */
const SLOWEST = 13
const FASTEST = 17
/** Spread of a breath's length and the share of it that is the way in (in : out about 1 : 1.5 to 1 : 2). */
const LENGTH_SPREAD = 0.12
const SHORTEST_INHALE = 0.33
const LONGEST_INHALE = 0.4
/** Chest stays empty for this share of a breath before the next. */
const REST_SHARE = 0.1
/** Depth of a breath; [0, 1] leaves room for the deep one before speech, and for a sigh. */
const SHALLOWEST = 0.5
const DEEPEST = 0.75
/**
 * Share of breaths that are sighs, one in four or five minutes, how deep they are and how much longer.
 *
 * @source  P. Li, K. Yackle, "Sighing", Current Biology 27 (2017): about twelve an hour, twice as deep.
 */
const SIGHS = 0.016
const SIGH_DEPTH = 1
const SIGH_LENGTH = 1.5

/**
 * Breathing through one epoch; it begins and ends breathed out.
 *
 * @param pace  Against a person's own, 1 as it is.
 * @returns     Keyframes from 0 to EPOCH, to be eased.
 */
export function breathKeyframes(seed: number, actor: string, epoch: number, pace: number): Keyframe[] {
  const stream = `breath/${actor}`
  const rate = pace * (SLOWEST + (FASTEST - SLOWEST) * random(seed, stream, -1))
  const name = `${stream}/${epoch}`
  const count = Math.floor((rate * EPOCH) / 60 + random(seed, name, 0))
  const sighs = Array.from({ length: count }, (_, i) => random(seed, `${name}/sigh`, i) < SIGHS)
  const lengths = sighs.map((isSigh, i) => {
    const length = Math.max(0.6, 1 + LENGTH_SPREAD * normal(seed, `${name}/length`, i))
    return isSigh ? length * SIGH_LENGTH : length
  })
  const scale = EPOCH / lengths.reduce((sum, length) => sum + length, 0)
  const keyframes: Keyframe[] = [[0, 0]]
  let at = 0
  for (const [i, share] of lengths.entries()) {
    const length = share * scale
    const inhale = SHORTEST_INHALE + (LONGEST_INHALE - SHORTEST_INHALE) * random(seed, `${name}/inhale`, i)
    const depth = sighs[i]! ? SIGH_DEPTH : SHALLOWEST + (DEEPEST - SHALLOWEST) * random(seed, `${name}/depth`, i)
    keyframes.push([at + inhale * length, depth], [at + (1 - REST_SHARE) * length, 0])
    at = i === count - 1 ? EPOCH : at + length
    keyframes.push([at, 0])
  }
  return keyframes
}
