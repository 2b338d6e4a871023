import { computeNormals, type Mesh, type Triangle } from './mesh.ts'
import { add, length, subtract, type Vec3 } from './vec3.ts'

/** A shape as the few vertices it moves: `deltas[i]` is added to vertex `indices[i]`. */
export interface Morph {
  readonly indices: readonly number[]
  readonly deltas: readonly Vec3[]
}

/** Keeps the moves longer than `threshold` (same unit as the positions). */
export function sparseMorph(
  deltaOf: (vertex: number) => Vec3 | undefined,
  vertexCount: number,
  threshold: number,
): Morph {
  const indices: number[] = []
  const deltas: Vec3[] = []
  for (let v = 0; v < vertexCount; v++) {
    const delta = deltaOf(v)
    if (!delta || length(delta) <= threshold) continue
    indices.push(v)
    deltas.push(delta)
  }
  return { indices, deltas }
}

/** Positions with weighted morphs applied. */
export function morphed(positions: readonly Vec3[], morphs: readonly (readonly [Morph, number])[]): Vec3[] {
  const result = positions.slice()
  for (const [{ indices, deltas }, weight] of morphs)
    indices.forEach((v, i) => {
      const d = deltas[i]!
      result[v] = add(result[v]!, [d[0] * weight, d[1] * weight, d[2] * weight])
    })
  return result
}

/** How a morph turns the normals, as a morph of its own. Only triangles it touches are looked at. */
export function normalMorph(mesh: Mesh, morph: Morph, threshold = 4e-3): Morph {
  const moved = morphed(mesh.positions, [[morph, 1]])
  const touched = new Set(morph.indices)
  const near: Triangle[] = mesh.triangles.filter((t) => t.some((v) => touched.has(v)))
  const rim = new Set(near.flat())
  const around = mesh.triangles.filter((t) => t.some((v) => rim.has(v)))
  const before = computeNormals(mesh.positions, around)
  const after = computeNormals(moved, around)
  const affected = [...rim].sort((a, b) => a - b)
  const kept = affected.filter((v) => length(subtract(after[v]!, before[v]!)) > threshold)
  return { indices: kept, deltas: kept.map((v) => subtract(after[v]!, before[v]!)) }
}

/** The morph on a mesh whose vertices were renumbered; dropped vertices fall out. */
export function remapMorph({ indices, deltas }: Morph, remap: Int32Array): Morph {
  const kept = indices.map((v, i) => [remap[v]!, deltas[i]!] as const).filter(([v]) => v >= 0)
  return { indices: kept.map(([v]) => v), deltas: kept.map(([, d]) => d) }
}
