import { clamp } from './scalar.ts'
import type { Sdf } from './sdf.ts'
import type { Vec3 } from './vec3.ts'

/** Falloff of each farther tap. */
const DECAY = 0.75

/**
 * Ambient occlusion straight from the field: how much less room there is along the normal than in the open.
 *
 * @param taps  Distances looked at, in the field's unit, near to far.
 * @returns     0 in the open to 1 in a pit.
 * @source      A. Evans, "Fast Approximations for Global Illumination on Dynamic Scenes" (2006).
 */
export function occlusionAt(field: Sdf, [x, y, z]: Vec3, [nx, ny, nz]: Vec3, taps: readonly number[]): number {
  let sum = 0
  let weight = 0.5
  for (const reach of taps) {
    const room = field(x + nx * reach, y + ny * reach, z + nz * reach)
    sum += (weight * Math.max(0, reach - room)) / reach
    weight *= DECAY
  }
  return clamp(sum * 0.62)
}
