import type { Triangle } from './mesh.ts'

/** For each vertex, the vertices it shares an edge with, ascending. */
export function neighboursOf(vertexCount: number, triangles: readonly Triangle[]): number[][] {
  const sets = Array.from({ length: vertexCount }, () => new Set<number>())
  for (const [a, b, c] of triangles) {
    sets[a]!.add(b).add(c)
    sets[b]!.add(a).add(c)
    sets[c]!.add(a).add(b)
  }
  return sets.map((set) => [...set].sort((a, b) => a - b))
}
