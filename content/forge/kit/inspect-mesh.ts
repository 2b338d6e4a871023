import type { Mesh } from './mesh.ts'

export interface MeshReport {
  /** Edges with one triangle: the rim of an opening. */
  readonly boundaryEdges: number
  /** Edges with three or more triangles: never right. */
  readonly nonManifoldEdges: number
  /** Edges walked twice in the same direction: two neighbours face opposite ways. */
  readonly flippedEdges: number
  /** Positions with a coordinate that is not finite. */
  readonly brokenVertices: number
}

/** Counts what is wrong with a mesh's topology and numbers. */
export function inspectMesh({ positions, triangles }: Mesh): MeshReport {
  const uses = new Map<number, number>()
  const directed = new Map<number, number>()
  const count = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1)
  const size = positions.length
  for (const triangle of triangles)
    for (let i = 0; i < 3; i++) {
      const a = triangle[i]!
      const b = triangle[(i + 1) % 3]!
      count(directed, a * size + b)
      count(uses, Math.min(a, b) * size + Math.max(a, b))
    }
  const tally = (map: Map<number, number>, test: (n: number) => boolean) => [...map.values()].filter(test).length
  return {
    boundaryEdges: tally(uses, (n) => n === 1),
    nonManifoldEdges: tally(uses, (n) => n > 2),
    flippedEdges: tally(directed, (n) => n > 1),
    brokenVertices: positions.filter((p) => !p.every(Number.isFinite)).length,
  }
}
