import type { Triangle } from './mesh.ts'

/**
 * For each vertex, the vertices it shares an edge of the grid with, ascending: the diagonals that split quads do not
 * count, so that relaxing keeps rows and rings straight. A quad is two consecutive triangles as `addQuad` writes them.
 */
export function quadNeighboursOf(vertexCount: number, triangles: readonly Triangle[]): number[][] {
  const sets = Array.from({ length: vertexCount }, () => new Set<number>())
  const join = (a: number, b: number) => {
    sets[a]!.add(b)
    sets[b]!.add(a)
  }
  for (let t = 0; t < triangles.length; t++) {
    const [a, b, c] = triangles[t]!
    const next = triangles[t + 1]
    const isQuad = next !== undefined && next[0] === a && next[1] === c
    join(a, b)
    join(b, c)
    if (isQuad) {
      join(c, next[2])
      join(next[2], a)
      t++
    } else join(c, a)
  }
  return sets.map((set) => [...set].sort((a, b) => a - b))
}
