import type { Mesh } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { quadNeighboursOf } from '../kit/quad-neighbours.ts'
import { relax } from '../kit/relax.ts'
import { clamp } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import { weldMirror } from '../kit/weld-mirror.ts'

/** The left half of a garment as it is laid out; `thread` runs parallel to the mesh's positions. */
export type GarmentHalf = { readonly mesh: Mesh; readonly threads: Thread[] }

/** What a vertex of a garment is part of. */
export type Thread = {
  readonly region: GarmentRegion
  /** How freely relaxing may move it, [0, 1]. */
  readonly freedom: number
}

export type GarmentRegion = 'body' | 'sleeve' | 'leg' | 'rib' | 'inside' | 'sole' | 'upper' | 'cap' | 'collar' | 'lace'

export type Garment = {
  readonly mesh: Mesh
  readonly regions: readonly GarmentRegion[]
  readonly gridNeighbours: readonly (readonly number[])[]
}

/** Completes a half, lets its free vertices settle on the cloth's surface, and finds its neighbours. */
export function finishGarment(half: GarmentHalf, cloth: Sdf, iterations: number): Garment {
  const { mesh, origin } = weldMirror(half.mesh)
  const threads = origin.map((v) => half.threads[v]!)
  const gridNeighbours = quadNeighboursOf(mesh.positions.length, mesh.triangles)
  relax(mesh.positions, gridNeighbours, {
    iterations,
    factor: (v) => threads[v]!.freedom * 0.5,
    settle: (p) => settleOn(cloth, p),
  })
  return { mesh, regions: threads.map(({ region }) => region), gridNeighbours }
}

/** One damped step onto the surface: blends overstate distance, and the next iteration comes anyway. */
function settleOn(cloth: Sdf, p: Vec3): Vec3 {
  const d = clamp(cloth(...p), -1, 1)
  return addScaled(p, normalOf(cloth, p, 0.05), -d * 0.9)
}
