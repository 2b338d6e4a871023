import { VISEME_COUNT } from '../rig/visemes.ts'
import type { MouthSegment } from './mouth-segments.ts'
import type { Articulation } from './phone-visemes.ts'

/** Seconds over which a segment's pull fades before its start and after its end. */
type Reach = { readonly before: number; readonly after: number }

const reach = (halfLifeBefore: number, halfLifeAfter: number): Reach => ({
  before: halfLifeBefore * REACH_PER_HALF_LIFE,
  after: halfLifeAfter * REACH_PER_HALF_LIFE,
})

/** The pull (1 − τ / reach)³ falls to a half at τ = 0.206 × reach. */
const REACH_PER_HALF_LIFE = 4.85

/**
 * How far each kind of sound is prepared and lingers. Seconds to half of its pull.
 *
 * @source Consonants 25–35 ms, vowels 50–80 ms: M. Cohen, D. Massaro 1993. Rounding begins early, ends late: JALI 2016.
 */
const REACH: Readonly<Record<Articulation, Reach>> = {
  open: reach(0.032, 0.028),
  round: reach(0.05, 0.03),
  shut: reach(0.018, 0.008),
  bite: reach(0.018, 0.008),
  narrow: reach(0.022, 0.022),
  tongue: reach(0.022, 0.022),
  breath: reach(0.022, 0.022),
  silence: reach(0.035, 0.04),
}

/** How far the size of each kind of sound follows loudness: lips must touch and round in a whisper too. */
const LOUDNESS_SHARE: Readonly<Record<Articulation, number>> = {
  open: 1,
  tongue: 1,
  round: 0.5,
  narrow: 0.5,
  shut: 0,
  bite: 0,
  breath: 0,
  silence: 0,
}

/** No pull reaches farther than this. Seconds. */
export const MAX_REACH = REACH.round.before

/** Evenly spaced samples; sample i lies at (first + i) / rate seconds. */
export type SampleGrid = { readonly first: number; readonly count: number; readonly rate: number }

/**
 * Blends the shapes of segments, each pulling the mouth to its own by its dominance.
 *
 * The pull is Cohen and Massaro's dominance function with (1 − τ / reach)³ in place of the exponential, so that it
 * ends. Beyond the first and the last segment pulls a mouth at rest.
 *
 * @param segments  At least one, ascending.
 * @param opening   Size that loudness gives to shapes that follow it, at each sample, [0, 1].
 * @returns         Samples of each viseme in order; at each sample they sum to at most 1.
 */
export function coarticulate(
  segments: readonly MouthSegment[],
  opening: Float32Array,
  grid: SampleGrid,
): Float32Array[] {
  const curves = Array.from({ length: VISEME_COUNT }, () => new Float32Array(grid.count))
  const pulls = pullsToRest(segments, grid)
  for (const segment of segments) addSegment(curves, pulls, segment, opening, grid)
  for (const curve of curves) for (let i = 0; i < grid.count; i++) if (pulls[i]! > 0) curve[i] = curve[i]! / pulls[i]!
  return curves
}

function pullsToRest(segments: readonly MouthSegment[], grid: SampleGrid): Float32Array {
  const { before, after } = REACH.silence
  const first = segments[0]!.start
  const last = segments.at(-1)!.end
  return Float32Array.from({ length: grid.count }, (_, i) => {
    const seconds = (grid.first + i) / grid.rate
    if (seconds < first) return pullAt(seconds - first, after)
    return pullAt(last - seconds, before)
  })
}

function addSegment(
  curves: readonly Float32Array[],
  pulls: Float32Array,
  { start, end, articulation, dominance, targets }: MouthSegment,
  opening: Float32Array,
  grid: SampleGrid,
): void {
  const { before, after } = REACH[articulation]
  const loudnessShare = LOUDNESS_SHARE[articulation]
  const from = Math.max(0, Math.ceil((start - before) * grid.rate) - grid.first)
  const to = Math.min(grid.count - 1, Math.floor((end + after) * grid.rate) - grid.first)
  for (let i = from; i <= to; i++) {
    const seconds = (grid.first + i) / grid.rate
    const pull = dominance * (seconds < start ? pullAt(start - seconds, before) : pullAt(seconds - end, after))
    const size = 1 - loudnessShare * (1 - opening[i]!)
    pulls[i] = pulls[i]! + pull
    for (const [viseme, weight] of targets) curves[viseme]![i] = curves[viseme]![i]! + pull * weight * size
  }
}

/** 1 inside a segment (distance ≤ 0), fading to 0 at its reach. */
function pullAt(distance: number, reach: number): number {
  if (distance <= 0) return 1
  const left = 1 - distance / reach
  return left <= 0 ? 0 : left * left * left
}
