import type { Mesh, Triangle } from './mesh.ts'
import type { Vec3 } from './vec3.ts'

export type WeldedMesh = {
  readonly mesh: Mesh
  /** The vertex of the half that each vertex came from. */
  readonly origin: readonly number[]
}

/** Vertices this near the plane x = 0 belong to both halves. Centimetres. */
const ON_SEAM = 1e-9

/** Completes a left half (x ≥ 0) with its mirror image; vertices on the plane x = 0 are shared. Geometry only. */
export function weldMirror(half: Mesh): WeldedMesh {
  const positions: Vec3[] = half.positions.slice()
  const origin = half.positions.map((_, v) => v)
  const twin = half.positions.map(([x, y, z], v) => {
    if (Math.abs(x) < ON_SEAM) return v
    positions.push([-x, y, z])
    origin.push(v)
    return positions.length - 1
  })
  // Backwards, so that the two triangles of a quad still follow one another as `addQuad` writes them.
  const mirrored = half.triangles.toReversed().map(([a, b, c]): Triangle => [twin[a]!, twin[c]!, twin[b]!])
  return { mesh: { positions, triangles: [...half.triangles, ...mirrored] }, origin }
}
