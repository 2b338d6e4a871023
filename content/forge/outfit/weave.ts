import { computeNormals, type Mesh, type Triangle } from '../kit/mesh.ts'
import type { Vec2 } from '../kit/vec3.ts'
import type { Garment, Thread } from './garment.ts'

export type SewnMesh = {
  readonly mesh: Mesh
  /** The garment's vertex that each vertex came from. */
  readonly origin: readonly number[]
}

/** Texture coordinates of a stitch; of the mirrored half where so said. */
export type PlaceStitch = (stitch: Vec2, isMirrored: boolean) => Vec2

/** A picture of so many stitches, repeated over the cloth. */
export const tiled =
  (stitchesPerTile: number): PlaceStitch =>
  ([across, along]) => [across / stitchesPerTile, -along / stitchesPerTile]

/**
 * Gives a garment texture coordinates by its stitches, and parts its vertices where the weave does:
 * where a sleeve is sewn on, where a tube closes, and at the middle, where the two halves mirror one another. Normals
 * stay those of the whole garment, so that no edge shows.
 */
export function sewWeave({ mesh, threads, tubeStitches }: Garment, place: PlaceStitch): SewnMesh {
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const sewn: Required<Pick<Mesh, 'positions' | 'triangles' | 'normals' | 'uvs'>> = {
    positions: [],
    triangles: [],
    normals: [],
    uvs: [],
  }
  const origin: number[] = []
  const known = new Map<string, number>()
  const corner = (v: number, stitch: Vec2, isMirrored: boolean): number => {
    const key = `${v}/${stitch}/${isMirrored}`
    const existing = known.get(key)
    if (existing !== undefined) return existing
    sewn.positions.push(mesh.positions[v]!)
    sewn.normals.push(normals[v]!)
    sewn.uvs.push(place(stitch, isMirrored))
    origin.push(v)
    known.set(key, origin.length - 1)
    return origin.length - 1
  }
  for (const triangle of mesh.triangles) {
    const stitches = weaveOf(triangle, threads, tubeStitches)
    const isMirrored = windingOf(stitches) < 0
    sewn.triangles.push(triangle.map((v, i) => corner(v, stitches[i]!, isMirrored)) as unknown as Triangle)
  }
  return { mesh: sewn, origin }
}

/** The three stitches of a triangle in one weave: the tube's where any corner is the tube's, unrolled where it closes. */
function weaveOf(triangle: Triangle, threads: readonly Thread[], around: number): Vec2[] {
  const isTube = triangle.some((v) => threads[v]!.piece === 'tube')
  const stitches = triangle.map((v) => (isTube ? (threads[v]!.seam ?? threads[v]!.stitch) : threads[v]!.stitch))
  if (!isTube) return stitches
  const furthest = Math.max(...stitches.map(([u]) => u))
  return stitches.map(([u, w]): Vec2 => (furthest - u > around / 2 ? [u + around, w] : [u, w]))
}

/** Twice the signed area of a triangle in the weave. */
const windingOf = ([a, b, c]: readonly Vec2[]): number =>
  (b![0] - a![0]) * (c![1] - a![1]) - (b![1] - a![1]) * (c![0] - a![0])
