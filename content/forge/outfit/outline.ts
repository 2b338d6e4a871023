import { atan2 } from '../kit/ops.ts'
import { clamp, hypot2, lerp, PI, smoothstep } from '../kit/scalar.ts'
import { type Sdf, smoothMin } from '../kit/sdf.ts'
import type { CollarPoint, TopCut } from './cut.ts'
import { AXIS_Z } from './drape.ts'
import { clothOf } from './sew-top.ts'
import { necklinePoint } from './trunk.ts'

const AZIMUTHS = 32
/** Where a collar's height is known: so far outside the neckline and so far within. Centimetres. */
const OUTSIDE = 20
const WITHIN = 5
const STEP = 0.5
const STEPS = (OUTSIDE + WITHIN) / STEP
/** Over which what a collar rises by is smoothed, so that hair slides off it. Centimetres. */
const SLOPE = 2
/** Within, the ring is shut by a lid that rises towards the neck, for what falls on it to slide off. */
const LID_SLOPE = 0.35
/** Centimetres. */
const LID_BLEND = 1
/** Collars lean, and stand so much lower than they are wide. */
const LEAN = 0.6
/** Before the neck the lid lies so much higher, or hair would slide down to the throat and spill over. Centimetres. */
const BEFORE_NECK = 5
/** No collar reaches below this. World centimetres. */
const COLLARS_ABOVE = 108

/**
 * What a top takes up, as hair must go round it: its cloth, and a collar or hood as a solid ring, for hair falls
 * outside of it and not between it and the neck.
 */
export function outlineOf(cut: TopCut): Sdf {
  const cloth = clothOf(cut)
  let known: readonly Section[] | undefined
  return (x, y, z) => {
    const bare = cloth(x, y, z)
    if (y < COLLARS_ABOVE || bare > 2 * SLOPE + 3) return bare
    known ??= Array.from({ length: AZIMUTHS + 1 }, (_, i) => sectionAt(cut, (i / AZIMUTHS) * PI))
    const turn = (atan2(Math.abs(x), z - AXIS_Z) / PI) * AZIMUTHS
    const i = Math.min(AZIMUTHS - 1, Math.floor(turn))
    const [near, far] = [known[i]!, known[i + 1]!]
    const ring = bare - lerp(heightAt(near, x, y, z), heightAt(far, x, y, z), turn - i)
    const within = lerp(near.reach, far.reach, turn - i) - hypot2(x, z - AXIS_Z)
    const lid = y - lerp(near.rim, far.rim, turn - i) - LID_SLOPE * within
    return -smoothMin(-ring, -lid, LID_BLEND)
  }
}

/** A collar's height off the cloth along its way inwards, from where it is sewn on. */
type Section = {
  readonly reach: number
  readonly y: number
  /** How high it stands. */
  readonly rim: number
  readonly heights: readonly number[]
}

function sectionAt(cut: TopCut, azimuth: number): Section {
  const [x, y, z] = necklinePoint(cut, azimuth)
  const points = cut.collar(azimuth)
  const raw = Array.from({ length: STEPS + 1 }, (_, i) => heightOver(points, i * STEP - OUTSIDE))
  const heights = raw.map((own, i) =>
    raw.reduce((most, other, j) => Math.max(most, other * (1 - smoothstep(0, SLOPE, Math.abs(i - j) * STEP))), own),
  )
  const lean = LEAN * Math.max(...points.map(({ off }) => off))
  const rim = y + lean + BEFORE_NECK * (1 - smoothstep(1.2, 2.2, azimuth))
  return { reach: hypot2(x, z - AXIS_Z), y, rim, heights }
}

/** The highest edge of the section over a place; within the collar as high as its crest. */
function heightOver(points: readonly CollarPoint[], way: number): number {
  if (way > Math.max(...points.map(({ inward }) => inward))) return Math.max(...points.map(({ off }) => off))
  return points.slice(1).reduce((most, to, i) => {
    const from = points[i]!
    const [near, far] = from.inward < to.inward ? [from, to] : [to, from]
    if (way < near.inward || way > far.inward || near.inward === far.inward) return most
    return Math.max(most, lerp(near.off, far.off, (way - near.inward) / (far.inward - near.inward)))
  }, 0)
}

function heightAt({ reach, y: sewnAt, heights }: Section, x: number, y: number, z: number): number {
  const out = hypot2(x, z - AXIS_Z) - reach
  const way = out > 0 ? -hypot2(out, Math.max(0, sewnAt - y)) : Math.max(-out, y - sewnAt) - Math.max(0, sewnAt - y)
  const at = clamp((way + OUTSIDE) / STEP, 0, STEPS - 0.001)
  const i = Math.floor(at)
  return lerp(heights[i]!, heights[i + 1]!, at - i)
}
