import { SIDES } from '../head/frame.ts'
import { exp } from '../kit/ops.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import type { Brush } from './shape.ts'

/** What brushes do to the skin at a point. */
export function brushDelta(p: Vec3, brushes: readonly Brush[]): Vec3 {
  let delta: Vec3 = [0, 0, 0]
  for (const { at, radii, push, side } of brushes)
    for (const s of side === undefined ? SIDES : [side]) {
      const dx = (p[0] - at[0] * s) / radii[0]
      const dy = (p[1] - at[1]) / radii[1]
      const dz = (p[2] - at[2]) / radii[2]
      delta = addScaled(delta, [push[0] * s, push[1], push[2]], exp(-(dx * dx + dy * dy + dz * dz)))
    }
  return delta
}
