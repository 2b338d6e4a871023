import { cos, hypot2, sin } from '../../core/math/ops.ts'
import { clamp01, lerp } from '../../core/math/scalar.ts'
import { type FootPair, placeAgainst } from './stances.ts'
import { bowShare, type Place } from './step.ts'
import { other, type Tread } from './treads.ts'
import type { Spot } from './way.ts'

/** A tread, where its foot comes from and where it stands then, and how far it goes round the other one. */
export type Print = Tread & {
  readonly from: Place
  readonly to: Place
  /** How far the foot swings out from the straight line, metres. */
  readonly bow: Spot
  /** How much room it lacks beside the other foot, metres. */
  readonly lacks: number
}

/** Feet of someone who walks pass nearer to each other than they stand. */
const WALKING_WIDTH = 0.5
/** Soles' middle lines come no nearer to each other than this, metres: two feet that pass at a walk. */
const CLEAR = 0.08
/** A sole's middle line reaches so far behind the ankle and before it, metres. */
const HEEL = 0.05
const TOES = 0.16
/** How far a foot may swing out to come round the other one, metres. */
const BOWS = [0, 0.05, -0.05, 0.1, -0.1, 0.15, -0.15] as const
const STRAIGHT: Spot = { x: 0, z: 0 }
/** Where on its path a foot is looked at. */
const SHARES = [0.25, 0.4, 0.55, 0.7, 0.85, 1] as const

/** Says where the feet of treads stand, one after the other, and lets each pass clear of the other. */
export function layPrints(treads: readonly Tread[], feet: FootPair, stance: FootPair): readonly Print[] {
  const prints: [Place, Place] = [...feet]
  return treads.map((tread, i) => {
    const { foot, pose, walking } = tread
    const isPassing = walking && treads[i + 1]?.walking === true
    const { x, z, yaw } = stance[foot]
    const from = prints[foot]
    const to = placeAgainst(pose, isPassing ? { x: x * WALKING_WIDTH, z, yaw } : stance[foot])
    prints[foot] = to
    return { ...tread, from, to, ...findBow(from, to, prints[other(foot)]) }
  })
}

/** The least bow with which a foot passes clear of the one that stands, or the one with which it lacks least. */
function findBow(from: Place, to: Place, stands: Place): { bow: Spot; lacks: number } {
  const [dx, dz] = [to.x - from.x, to.z - from.z]
  const length = Math.max(1e-6, hypot2(dx, dz))
  let best = { bow: STRAIGHT, lacks: Number.POSITIVE_INFINITY }
  for (const aside of BOWS) {
    // Less than nothing would not come through a message: 0 − 0 is 0.
    const bow = aside === 0 ? STRAIGHT : { x: (aside * dz) / length, z: 0 - (aside * dx) / length }
    let lacks = 0
    for (const share of SHARES) lacks = Math.max(lacks, CLEAR - between(onPath(from, to, bow, share), stands))
    if (lacks < best.lacks) best = { bow, lacks }
    if (lacks === 0) break
  }
  return best
}

/** Where a foot is at a share of its way, swung out by a bow. */
function onPath(from: Place, to: Place, bow: Spot, share: number): Place {
  const out = bowShare(share)
  return {
    x: lerp(from.x, to.x, share) + bow.x * out,
    z: lerp(from.z, to.z, share) + bow.z * out,
    yaw: lerp(from.yaw, to.yaw, share),
  }
}

/** How near the middle lines of two soles come, metres. */
function between(a: Place, b: Place): number {
  const [heelA, toesA, heelB, toesB] = [sole(a, -HEEL), sole(a, TOES), sole(b, -HEEL), sole(b, TOES)]
  if (
    side(heelA, toesA, heelB) * side(heelA, toesA, toesB) < 0 &&
    side(heelB, toesB, heelA) * side(heelB, toesB, toesA) < 0
  )
    return 0
  return Math.min(
    toLine(heelA, heelB, toesB),
    toLine(toesA, heelB, toesB),
    toLine(heelB, heelA, toesA),
    toLine(toesB, heelA, toesA),
  )
}

const sole = ({ x, z, yaw }: Place, ahead: number): Spot => ({ x: x + sin(yaw) * ahead, z: z + cos(yaw) * ahead })

/** On which side of a line a point lies. */
const side = (a: Spot, b: Spot, p: Spot): number => (b.x - a.x) * (p.z - a.z) - (b.z - a.z) * (p.x - a.x)

function toLine(p: Spot, a: Spot, b: Spot): number {
  const [dx, dz] = [b.x - a.x, b.z - a.z]
  const share = clamp01(((p.x - a.x) * dx + (p.z - a.z) * dz) / (dx * dx + dz * dz))
  return hypot2(p.x - a.x - share * dx, p.z - a.z - share * dz)
}
