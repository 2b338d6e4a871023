import { VISEME_COUNT } from '../rig/visemes.ts'
import { thinSamples } from '../tracks/thin.ts'
import type { Track } from '../tracks/track.ts'
import { calmFlickers } from './calm-flickers.ts'
import { coarticulate, MAX_REACH, type SampleGrid } from './coarticulate.ts'
import { contactWeight, type LipContact, planLipContacts } from './lip-contacts.ts'
import { smoothLoudness } from './loudness.ts'
import { layOutMouth, MIN_SHAPE, MOUTH_LEAD, type MouthSegment } from './mouth-segments.ts'
import type { Plan } from './plan.ts'
import { estimatePhones, hasRoughLips } from './rough-phones.ts'

/** Samples a second from which keyframes are chosen: twelve in the shortest attack of a contact. */
const SAMPLE_RATE = 200
/** Largest error of a thinned weight; 1/200 of a shape is a tenth of a millimetre at the lips. */
const TOLERANCE = 0.005

/** Shapes are at least this long, with room for the rounding of thinning. Seconds. */
const FLICKER = MIN_SHAPE + 0.005
/** Size of a vowel in silence, as a share of its size at the part's loudest. */
const QUIET_OPENING = 0.1
/** Loudness is averaged this far to either side: jaws follow syllables, not single swings of the voice. Seconds. */
const LOUDNESS_RADIUS = 0.05

/**
 * Compiles a part's phones into the weight of each viseme over time.
 *
 * Shapes blend by dominance; then lips are closed on every p, b and m, and lower lip to teeth on f and v, with all
 * else at zero. The mouth leads the sound. Where the plan has no phones they are estimated from words and loudness.
 *
 * @returns  One track for each viseme, in order, on the part's seconds; starts before 0 where the first sound is
 *           prepared, ends after the last. At any time the weights sum to at most 1.
 * @throws   `plan/unknown-phone`.
 * @source   M. Cohen, D. Massaro, "Modeling coarticulation in synthetic visual speech", 1993; P. Edwards et al.,
 *           "JALI", ACM TOG 35(4), 2016; timing rules of D. S. Wolf's Rhubarb Lip Sync.
 */
export function compileSpeech(plan: Plan): Track[] {
  const phones = hasRoughLips(plan) ? estimatePhones(plan) : plan.phones
  const segments = layOutMouth(phones)
  if (segments.length === 0) return Array.from({ length: VISEME_COUNT }, () => STILL)
  const grid = gridAround(segments)
  const curves = coarticulate(segments, openingOf(plan.loudness, grid), grid)
  for (const contact of planLipContacts(phones)) pressLips(curves, contact, grid)
  calmFlickers(curves, FLICKER * SAMPLE_RATE)
  return tracksOf(curves, grid)
}

const STILL: Track = { times: new Float64Array(1), values: new Float32Array(1), interpolation: 'linear' }

function gridAround(segments: readonly MouthSegment[]): SampleGrid {
  const first = Math.floor((segments[0]!.start - MAX_REACH) * SAMPLE_RATE)
  const last = Math.ceil((segments.at(-1)!.end + MAX_REACH) * SAMPLE_RATE)
  return { first, count: last - first + 1, rate: SAMPLE_RATE }
}

/**
 * Size of vowels at each sample, from the sound they lead to: loudness to the power of 3/4, between the square root, at
 * which mouths hardly answer to loudness, and its own line, at which soft speech mumbles.
 */
function openingOf(loudness: Plan['loudness'], grid: SampleGrid): Float32Array {
  return Float32Array.from({ length: grid.count }, (_, i) => {
    const heard = smoothLoudness(loudness, (grid.first + i) / grid.rate + MOUTH_LEAD, LOUDNESS_RADIUS)
    return QUIET_OPENING + (1 - QUIET_OPENING) * Math.sqrt(heard * Math.sqrt(heard))
  })
}

/** Crossfades from whatever the mouth does to a contact and back. */
function pressLips(curves: readonly Float32Array[], contact: LipContact, grid: SampleGrid): void {
  const from = Math.max(0, Math.ceil((contact.start - contact.attack) * grid.rate) - grid.first)
  const to = Math.min(grid.count - 1, Math.floor((contact.end + contact.release) * grid.rate) - grid.first)
  for (let i = from; i <= to; i++) {
    const weight = contactWeight(contact, (grid.first + i) / grid.rate)
    for (const curve of curves) curve[i] = curve[i]! * (1 - weight)
    const pressed = curves[contact.viseme]!
    pressed[i] = pressed[i]! + weight
  }
}

function tracksOf(curves: readonly Float32Array[], grid: SampleGrid): Track[] {
  const kept = thinSamples(curves, TOLERANCE)
  const times = Float64Array.from(kept, (i) => (grid.first + i) / grid.rate)
  return curves.map((curve) => {
    if (curve.every((weight) => weight === 0)) return STILL
    return { times, values: Float32Array.from(kept, (i) => curve[i]!), interpolation: 'linear' }
  })
}
