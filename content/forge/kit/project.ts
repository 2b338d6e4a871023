import type { Sdf } from './sdf.ts'
import { addScaled, normalize, type Vec3 } from './vec3.ts'

/** Distance at which a march counts as arrived, in the field's unit. */
const ARRIVED = 5e-4
/** Sphere-trace step below 1, because smooth blends of ellipsoids overstate distance a little. */
const STEP = 0.75
const MAX_STEPS = 120

/** Outward unit normal of a field by central differences of half-width `reach`. */
export function normalOf(field: Sdf, [x, y, z]: Vec3, reach = 0.02): Vec3 {
  return normalize([
    field(x + reach, y, z) - field(x - reach, y, z),
    field(x, y + reach, z) - field(x, y - reach, z),
    field(x, y, z + reach) - field(x, y, z - reach),
  ])
}

/** Slides a point along the field's normal onto the surface at distance `level`. */
export function projectOnto(field: Sdf, point: Vec3, level = 0, steps = 2): Vec3 {
  let p = point
  for (let i = 0; i < steps; i++) {
    const d = field(p[0], p[1], p[2]) - level
    p = addScaled(p, normalOf(field, p), -d * 0.9)
  }
  return p
}

/** First surface met when walking from `origin + direction·far` back towards the origin. */
export function marchInward(field: Sdf, origin: Vec3, direction: Vec3, far: number): Vec3 {
  let t = far
  for (let i = 0; i < MAX_STEPS && t > 0; i++) {
    const p = addScaled(origin, direction, t)
    const d = field(p[0], p[1], p[2])
    if (d < ARRIVED) break
    t -= d * STEP
  }
  return addScaled(origin, direction, Math.max(t, 0))
}

/** First exit when walking from inside outward; stops at `far`. */
export function marchOutward(field: Sdf, origin: Vec3, direction: Vec3, far: number): Vec3 {
  let t = 0.5
  for (let i = 0; i < MAX_STEPS && t < far; i++) {
    const p = addScaled(origin, direction, t)
    const d = field(p[0], p[1], p[2])
    if (d > -ARRIVED) break
    t += Math.max(0.004, -d * STEP)
  }
  return addScaled(origin, direction, Math.min(t, far))
}

/** Height z of the front surface above (x, y). */
export function frontDepth(field: Sdf, x: number, y: number, from: number, floor: number): number {
  let z = from
  for (let i = 0; i < MAX_STEPS; i++) {
    const d = field(x, y, z)
    if (d < ARRIVED || z < floor) break
    z -= d * STEP
  }
  return z
}
