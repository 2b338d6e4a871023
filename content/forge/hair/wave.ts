import { cos, sin } from '../kit/ops.ts'
import { normalOf } from '../kit/project.ts'
import { smoothstep, TAU } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { add, addScaled, cross, distance, normalize, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import type { Wave } from './style.ts'

/** No wave brings hair nearer to the head than this, cm. */
const LEAST_CLEARANCE = 0.25
/** Round curls stand out of the strand more than they reach into it, as a share. */
const OUTWARD = 0.6

/** Bends a strand to and fro about itself, and keeps it off the head. */
export function waveStrand(path: readonly Vec3[], barrier: Sdf, wave: Wave, phase: number): Vec3[] {
  let walked = 0
  return path.map((p, i) => {
    const previous = path[Math.max(0, i - 1)]!
    walked += distance(p, previous)
    const tangent = normalize(subtract(path[Math.min(path.length - 1, i + 1)]!, previous))
    const normal = normalOf(barrier, p, 0.6)
    const across = normalize(cross(tangent, normal))
    const reach = wave.reach * smoothstep(0, wave.from, walked)
    const angle = (walked / wave.pitch) * TAU + phase
    const aside = addScaled(p, across, reach * sin(angle))
    const moved = add(aside, scale(normal, reach * wave.round * (cos(angle) + OUTWARD)))
    const missing = LEAST_CLEARANCE - barrier(...moved)
    return missing > 0 && i > 1 ? addScaled(moved, normalOf(barrier, moved, 0.25), missing) : moved
  })
}
