import { computeNormals, type Mesh, type Triangle } from './mesh.ts'
import type { Morph } from './morph.ts'

/** A vertex this close to the left edge lies on it. */
const ON_SEAM = 1e-6

/** A mesh whose picture has a left and a right edge, with the vertices on it doubled. */
export interface SplitSeam {
  readonly mesh: Mesh
  /** The vertex that each added one is a double of, in order. */
  readonly doubled: readonly number[]
}

/**
 * Doubles the vertices at the left edge of a picture that goes all the way round (u = 0), so that triangles which
 * close the circle reach its right edge (u = 1) instead of running back across it. Normals stay those of the whole.
 */
export function splitSeam(mesh: Mesh): SplitSeam {
  const uvs = mesh.uvs!
  const doubles = new Map<number, number>()
  const doubleOf = (v: number) => {
    if (!doubles.has(v)) doubles.set(v, mesh.positions.length + doubles.size)
    return doubles.get(v)!
  }
  const triangles = mesh.triangles.map((triangle): Triangle => {
    const right = triangle.some((v) => uvs[v]![0] > 0.75)
    const [a, b, c] = triangle
    const moved = (v: number) => (right && uvs[v]![0] < ON_SEAM ? doubleOf(v) : v)
    return [moved(a), moved(b), moved(c)]
  })
  const doubled = [...doubles.keys()]
  const extended = <T>(list: T[]): T[] => [...list, ...doubled.map((v) => list[v]!)]
  const normals = mesh.normals ?? computeNormals(mesh.positions, mesh.triangles)
  const split: Mesh = {
    positions: extended(mesh.positions),
    triangles,
    normals: extended(normals),
    uvs: [...uvs, ...doubled.map((v): [number, number] => [1, uvs[v]![1]])],
    ...(mesh.colors ? { colors: extended(mesh.colors) } : {}),
    ...(mesh.shading ? { shading: extended(mesh.shading) } : {}),
  }
  return { mesh: split, doubled }
}

/** A shape of the whole mesh on the split one: doubles move as what they double. */
export function splitMorph({ indices, deltas }: Morph, { mesh, doubled }: SplitSeam): Morph {
  const first = mesh.positions.length - doubled.length
  const moves = new Map(indices.map((v, i) => [v, deltas[i]!]))
  const added = doubled.flatMap((v, i) => (moves.has(v) ? [[first + i, moves.get(v)!] as const] : []))
  return {
    indices: [...indices, ...added.map(([v]) => v)],
    deltas: [...deltas, ...added.map(([, delta]) => delta)],
  }
}
