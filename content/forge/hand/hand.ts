import type { Mesh } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { quadNeighboursOf } from '../kit/quad-neighbours.ts'
import { relax } from '../kit/relax.ts'
import { clamp } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { addScaled, mix3, type Vec3 } from '../kit/vec3.ts'
import { createFinger, createThumb, type Digit } from './digit.ts'
import type { HandPlace } from './hand-topology.ts'
import { layOutHand } from './lay-out-hand.ts'
import { createHandField } from './palm.ts'
import { FINGERS } from './proportions.ts'

/** A finished left hand in its own frame: centimetres, origin at the wrist, +x the fingers, +y the back, +z the thumb. */
export type HandShape = {
  readonly fingers: readonly Digit[]
  readonly thumb: Digit
  /** Signed distance to the skin. */
  readonly field: Sdf
  readonly mesh: Mesh
  /** Parallel to the mesh's positions. */
  readonly places: readonly HandPlace[]
  /** Neighbours along rows and rings. */
  readonly gridNeighbours: readonly (readonly number[])[]
}

const RELAX_ITERATIONS = 26

/** Lays out a hand and lets its palm settle onto the sculpted surface; the digits stay where they were designed. */
export function createHand(): HandShape {
  const fingers = FINGERS.map(createFinger)
  const thumb = createThumb()
  const { hand: field } = createHandField(fingers, thumb)
  const { mesh, places } = layOutHand(fingers, thumb)
  const gridNeighbours = quadNeighboursOf(mesh.positions.length, mesh.triangles)
  relax(mesh.positions, gridNeighbours, {
    iterations: RELAX_ITERATIONS,
    factor: (v) => places[v]!.freedom * 0.5,
    settle: (p, v) => mix3(p, settled(field, p), places[v]!.cling),
  })
  return { fingers, thumb, field, mesh, places, gridNeighbours }
}

/** Two careful steps onto the surface; where blends overstate distance a full step would leap across a finger. */
function settled(field: Sdf, point: Vec3): Vec3 {
  let p = point
  for (let i = 0; i < 2; i++) {
    const d = clamp(field(...p), -0.5, 0.5)
    p = addScaled(p, normalOf(field, p), -d * 0.85)
  }
  return p
}
