import { atan2, cos, hypot2, sin } from '../../core/math/ops.ts'
import { clamp01, lerp } from '../../core/math/scalar.ts'
import type { Place } from './step.ts'

/** A point of the floor. Metres of the set. */
export type Spot = { readonly x: number; readonly z: number }

/** What a walk keeps clear of: somebody's middle, and how near to it another's middle may come, metres. */
export type Obstacle = Spot & { readonly radius: number }

/** A walk over the floor: from one point straight to the next. */
export type Way = { readonly points: readonly Spot[]; readonly length: number }

/** A way that has this many bends and still meets somebody is taken as it is. */
const MOST_BENDS = 12
/** A bend lies so much further out than the obstacle reaches, since the way cuts it short. */
const BERTH = 1.04
/** Who already stands nearer to another than that may pass as near as it stands, or as its goal lies. */
const AS_NEAR = 0.97

/** The way from one place to another that keeps clear of all obstacles: straight, bent round each that it would meet. */
export function planWay(from: Spot, to: Spot, obstacles: readonly Obstacle[]): Way {
  const kept = obstacles.map((one) => ({
    ...one,
    radius: Math.min(one.radius, AS_NEAR * distance(one, from), AS_NEAR * distance(one, to)),
  }))
  const points: Spot[] = [from, to]
  for (let bends = 0; bends < MOST_BENDS; bends++) {
    const bend = firstBend(points, kept)
    if (bend === undefined) break
    points.splice(bend.after + 1, 0, bend.at)
  }
  let length = 0
  for (let i = 1; i < points.length; i++) length += distance(points[i - 1]!, points[i]!)
  return { points, length }
}

/** The place that lies so many metres along a way, facing on; before its beginning and beyond its end, on it. */
export function placeAlong({ points }: Way, metres: number): Place {
  let left = metres
  for (let i = 1; ; i++) {
    const [a, b] = [points[i - 1]!, points[i]!]
    const span = distance(a, b)
    if (left <= span || i === points.length - 1) {
      const share = span === 0 ? 1 : clamp01(left / span)
      return { x: lerp(a.x, b.x, share), z: lerp(a.z, b.z, share), yaw: atan2(b.x - a.x, b.z - a.z) }
    }
    left -= span
  }
}

/** How far along a way somebody is who stands somewhere on or beside its first stretch. */
export function metresAlong({ points }: Way, { x, z }: Spot): number {
  const [a, b] = [points[0]!, points[1]!]
  const yaw = atan2(b.x - a.x, b.z - a.z)
  return (x - a.x) * sin(yaw) + (z - a.z) * cos(yaw)
}

const distance = (a: Spot, b: Spot): number => hypot2(a.x - b.x, a.z - b.z)

/** The first place where a way comes too near to somebody, moved aside until it does not. */
function firstBend(points: readonly Spot[], obstacles: readonly Obstacle[]): { after: number; at: Spot } | undefined {
  for (let after = 0; after < points.length - 1; after++) {
    const [a, b] = [points[after]!, points[after + 1]!]
    let nearest: { share: number; at: Spot } | undefined
    for (const obstacle of obstacles) {
      const share = nearestShare(a, b, obstacle)
      const foot = { x: lerp(a.x, b.x, share), z: lerp(a.z, b.z, share) }
      if (distance(foot, obstacle) >= obstacle.radius || (nearest !== undefined && nearest.share <= share)) continue
      nearest = { share, at: pushedOut(foot, obstacle, a, b) }
    }
    if (nearest !== undefined) return { after, at: nearest.at }
  }
  return undefined
}

function nearestShare(a: Spot, b: Spot, { x, z }: Spot): number {
  const [dx, dz] = [b.x - a.x, b.z - a.z]
  return clamp01(((x - a.x) * dx + (z - a.z) * dz) / Math.max(1e-9, dx * dx + dz * dz))
}

/** On the side of the obstacle on which the way passes; on its left where it goes right through. */
function pushedOut(foot: Spot, { x, z, radius }: Obstacle, a: Spot, b: Spot): Spot {
  const off = distance(foot, { x, z })
  const [ux, uz] =
    off > 1e-6 ? [(foot.x - x) / off, (foot.z - z) / off] : [(b.z - a.z) / distance(a, b), (a.x - b.x) / distance(a, b)]
  return { x: x + ux * radius * BERTH, z: z + uz * radius * BERTH }
}
