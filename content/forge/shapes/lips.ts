import type { Contours } from '../head/contours.ts'
import type { HeadField } from '../head/field.ts'
import { DRAWN, type HeadForm } from '../head/form.ts'
import type { HeadRecipe } from '../head/recipe.ts'
import type { Site } from '../head/site.ts'
import { cos, exp, pow, sin } from '../kit/ops.ts'
import { frontDepth } from '../kit/project.ts'
import { dome, smoothstep, TAU } from '../kit/scalar.ts'
import { addScaled, distance, type Vec3 } from '../kit/vec3.ts'
import type { LipMove } from './shape.ts'

/** A place on the lips: `across` 0 at the border, 1 at the contact. */
export interface LipPlace {
  readonly along: number
  readonly upper: boolean
  readonly across: number
}

/** Half-width of the soft seam between the two halves of a mouth, as a share of its half width. */
const SEAM = 0.55

/**
 * What somebody's mouth has of the drawn one's: shares, at most 1. A small mouth goes a shorter way, or its corners would be
 * drawn over the teeth; a thin lip has less to roll in.
 */
export interface LipFit {
  readonly breadth: number
  readonly upper: number
  readonly lower: number
}

export const lipFit = ({ mouth }: HeadForm): LipFit => ({
  breadth: Math.min(1, mouth.halfWidth / DRAWN.mouth.halfWidth),
  upper: Math.min(1, mouth.upperLip / DRAWN.mouth.upperLip),
  lower: Math.min(1, mouth.lowerLip / DRAWN.mouth.lowerLip),
})

/** Displacement of a place on the lips. */
export function lipDelta({ along, upper, across }: LipPlace, move: LipMove, fit: LipFit): Vec3 {
  const a = Math.abs(along)
  const middle = dome(along)
  const sign = upper ? 1 : -1
  const roll = (upper ? move.rollUpper : move.rollLower) ?? 0
  const lift = upper ? (move.upper ?? 0) : -(move.lower ?? 0)
  const x = fit.breadth * (along * (move.widen ?? 0) + (move.shift ?? 0) * (1 - 0.25 * a * a))
  const y =
    (move.corner ?? 0) * pow(a, move.cornerPower ?? 1.7) +
    lift * pow(middle, 0.9) +
    sign * (1 - across) * middle * fit[upper ? 'upper' : 'lower'] * ((move.thicken ?? 0) - 0.6 * roll)
  const z =
    (move.protrude ?? 0) * (1 - 0.5 * a * a) +
    (move.cornerDepth ?? 0) * a * a +
    middle * ((move.flare ?? 0) * (1 - 0.35 * across) - roll * across)
  const share = sideShare(along, move.side)
  return [x * share, y * share, z * share]
}

function sideShare(along: number, side: LipMove['side']): number {
  if (side === undefined) return 1
  return smoothstep(-SEAM, SEAM, along * side)
}

/** A sample of the lips' border that skin around it follows. */
interface BorderSample extends LipPlace {
  readonly position: Vec3
}

/** How a vertex follows the border: which samples and how much. Weights include the falloff, so they sum to ≤ 1. */
export interface LipFollower {
  readonly samples: readonly LipPlace[]
  readonly weights: readonly number[]
}

const SAMPLES = 72
/** Skin farther than this from the red of the lips stays where it is, cm. */
const REACH = 4
/** Softness of the inverse-distance weights, cm²: the border counts as a band, not a line. */
const SOFTNESS = 0.12
/** The inside of the mouth lets go of the lips over this depth, cm. */
const BAG_GRIP = 1.25
const NEGLIGIBLE = 1e-4

/** For each vertex, what part of the lips it follows; nothing where the mouth does not reach. */
export function lipFollowers(
  recipe: HeadRecipe,
  contours: Contours,
  field: HeadField,
  positions: readonly Vec3[],
  sites: readonly Site[],
): (LipFollower | undefined)[] {
  const border = borderSamples(recipe, contours, field)
  return positions.map((p, v) => {
    const site = sites[v]!
    if (site.kind === 'lip') return { samples: [site], weights: [1] }
    if (site.kind === 'bag') return { samples: [{ ...site, across: 1 }], weights: [exp(-site.depth / BAG_GRIP)] }
    return skinFollower(border, p)
  })
}

function borderSamples({ mouth }: HeadRecipe, { lipBorder }: Contours, { skin }: HeadField): BorderSample[] {
  return Array.from({ length: SAMPLES }, (_, i) => {
    const angle = (i / SAMPLES) * TAU
    const along = cos(angle)
    const upper = sin(angle) >= 0
    const x = along * mouth.halfWidth
    const y = lipBorder(along, upper)
    return { along, upper, across: 0, position: [x, y, frontDepth(skin, x, y, 13, -3)] }
  })
}

/** Inverse-distance weights over the border, faded out with distance. */
function skinFollower(border: readonly BorderSample[], p: Vec3): LipFollower | undefined {
  if (p[2] < 1) return undefined
  const distances = border.map((sample) => distance(sample.position, p))
  const nearest = Math.min(...distances)
  if (nearest >= REACH) return undefined
  const raw = distances.map((d) => 1 / pow(d * d + SOFTNESS, 2))
  const scale = (1 - smoothstep(0, REACH, nearest)) / raw.reduce((sum, w) => sum + w, 0)
  const kept = border.map((_, i) => i).filter((i) => raw[i]! * scale > NEGLIGIBLE)
  return { samples: kept.map((i) => border[i]!), weights: kept.map((i) => raw[i]! * scale) }
}

/** Displacement of a follower when the lips move by `deltaAt`. */
export function followLips({ samples, weights }: LipFollower, deltaAt: (place: LipPlace) => Vec3): Vec3 {
  let delta: Vec3 = [0, 0, 0]
  samples.forEach((place, i) => {
    delta = addScaled(delta, deltaAt(place), weights[i]!)
  })
  return delta
}
