import { bodyField } from '../body/body-field.ts'
import { addVertex, computeNormals, createMesh, type Mesh } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { quadNeighboursOf } from '../kit/quad-neighbours.ts'
import { relax } from '../kit/relax.ts'
import { clamp } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { addScaled, scale, type Vec2, type Vec3 } from '../kit/vec3.ts'
import { weldMirror } from '../kit/weld-mirror.ts'
import type { FoldField } from './folds.ts'

/** What a vertex of a garment is part of. */
export type Thread = {
  readonly region: GarmentRegion
  /** How freely relaxing may move it, [0, 1]. */
  readonly freedom: number
  /** Darkens grooves and seams; 1 leaves the dye as it is. */
  readonly shade: number
  /** Sleeves and trouser legs are closed tubes with a weave of their own. */
  readonly piece: 'main' | 'tube'
  /** Place in the weave, in stitches: across, along. Left and right mirror one another. */
  readonly stitch: Vec2
  /** On a seam: its place in the weave of the piece sewn on there. */
  readonly seam?: Vec2
}

export type GarmentRegion =
  | 'body'
  | 'sleeve'
  | 'leg'
  | 'rib'
  | 'trim'
  | 'inside'
  | 'edge'
  | 'sole'
  | 'upper'
  | 'seam'
  | 'collar'
  | 'lace'

/** The left half of a garment while it is laid out. */
export type GarmentHalf = { readonly mesh: Mesh; readonly threads: Thread[] }

export type Garment = {
  readonly mesh: Mesh
  /** Parallel to the mesh's positions. */
  readonly threads: readonly Thread[]
  readonly gridNeighbours: readonly (readonly number[])[]
  /** Stitches once round a sleeve or leg: where its weave closes. */
  readonly tubeStitches: number
}

export const createHalf = (): GarmentHalf => ({ mesh: createMesh(), threads: [] })

/** Lays a vertex; what is not said is fixed, undarkened cloth of the body. */
export function lay(half: GarmentHalf, position: Vec3, thread: Partial<Thread>): number {
  half.threads.push({ region: 'body', piece: 'main', freedom: 0, shade: 1, stitch: [0, 0], ...thread })
  return addVertex(half.mesh, position)
}

export type Finish = {
  /** Distance to the cloth's surface. */
  readonly cloth: Sdf
  readonly iterations: number
  readonly tubeStitches: number
}

/** Completes a half, lets its free vertices settle on the cloth's surface, and finds its neighbours. */
export function finishGarment(half: GarmentHalf, { cloth, iterations, tubeStitches }: Finish): Garment {
  const { mesh, origin } = weldMirror(half.mesh)
  const threads = origin.map((v) => half.threads[v]!)
  const gridNeighbours = quadNeighboursOf(mesh.positions.length, mesh.triangles)
  relax(mesh.positions, gridNeighbours, {
    iterations,
    factor: (v) => threads[v]!.freedom * 0.5,
    settle: (p) => settleOn(cloth, p),
  })
  return { mesh, threads, gridNeighbours, tubeStitches }
}

/** One damped step onto the surface: blends overstate distance, and the next iteration comes anyway. */
function settleOn(cloth: Sdf, p: Vec3): Vec3 {
  const d = clamp(cloth(...p), -1, 1)
  return addScaled(p, normalOf(cloth, p, 0.05), -d * 0.9)
}

/** How much a centimetre of furrow darkens. */
const FURROW_SHADE = 0.6

/** A furrow leaves this much room over the body. Centimetres. */
const ROOM = 0.2

/** Creases a garment: moves its cloth along the normals, and darkens the furrows, where less light comes. */
export function crease(garment: Garment, folds: FoldField): Garment {
  const { positions, triangles } = garment.mesh
  // What is turned in goes with the cloth that it lies under, and faces the other way.
  const normals = computeNormals(positions, triangles).map((normal, v) =>
    garment.threads[v]!.region === 'inside' ? scale(normal, -1) : normal,
  )
  const heights = positions.map((p, v) => {
    const height = folds(p, normals[v]!)
    return height < 0 ? Math.min(0, Math.max(height, ROOM - bodyField(...p))) : height
  })
  return {
    ...garment,
    mesh: { ...garment.mesh, positions: positions.map((p, v) => addScaled(p, normals[v]!, heights[v]!)) },
    threads: garment.threads.map((thread, v) => ({
      ...thread,
      shade: thread.shade * (1 + FURROW_SHADE * clamp(heights[v]!, -0.6, 0.2)),
    })),
  }
}
