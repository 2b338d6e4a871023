import { cos } from '../kit/ops.ts'
import { lerp, PI } from '../kit/scalar.ts'
import type { Vec2, Vec3 } from '../kit/vec3.ts'
import { alongAt } from './contours.ts'
import type { HoleRim } from './hole.ts'

/** One spoke of the rings that lead from a hole's rim to a contour. */
export interface Spoke {
  readonly along: number
  readonly upper: boolean
  /** Where it meets the contour, in the (x, y) plane. */
  readonly goal: Vec2
}

const RELAX_ROUNDS = 12
const RELAX_SHARE = 0.35

/**
 * One spoke for each vertex of a rim. `goalOf` gets a coordinate from 1 at the +x end to −1, whichever way the
 * contour itself counts.
 */
export function spokesOf(rim: HoleRim, goalOf: (across: number, upper: boolean) => Spoke): Spoke[] {
  const { vertices, upperCount } = rim
  const lowerCount = vertices.length - upperCount
  return vertices.map((_, k) => {
    const upper = k < upperCount
    const share = upper ? k / upperCount : (k - upperCount) / lowerCount
    const across = alongAt(share, cos(PI * share))
    return goalOf(upper ? across : -across, upper)
  })
}

/** Planar rings from the rim (ring 0) to the contour (ring `count`), their inner rings evened out around the hole. */
export function planarRings(
  rim: readonly Vec3[],
  spokes: readonly Spoke[],
  count: number,
  ease: (share: number) => number,
): Vec2[][] {
  const rings = Array.from({ length: count + 1 }, (_, r) =>
    spokes.map(({ goal }, k): Vec2 => {
      const t = ease(r / count)
      return [lerp(rim[k]![0], goal[0], t), lerp(rim[k]![1], goal[1], t)]
    }),
  )
  for (let round = 0; round < RELAX_ROUNDS; round++) for (let r = 1; r < count; r++) rings[r] = relaxAround(rings[r]!)
  return rings
}

function relaxAround(ring: readonly Vec2[]): Vec2[] {
  const count = ring.length
  return ring.map((p, k) => {
    const a = ring[(k + 1) % count]!
    const b = ring[(k + count - 1) % count]!
    return [lerp(p[0], (a[0] + b[0]) / 2, RELAX_SHARE), lerp(p[1], (a[1] + b[1]) / 2, RELAX_SHARE)]
  })
}
