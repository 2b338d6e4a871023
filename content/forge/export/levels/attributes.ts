import type { CharacterPart } from '../../character.ts'
import { add, scale, type Vec3 } from '../../kit/vec3.ts'

/** Shapes by which a face lives: edges that they bend must stay. */
const TELLING_SHAPES = [
  ['jawOpen'],
  ['eyeBlinkLeft', 'eyeBlinkRight'],
  ['mouthSmileLeft', 'mouthSmileRight'],
  ['mouthPucker'],
  ['browInnerUp'],
] as const

/** A column of numbers for each vertex, and what a step in it counts beside a step of the surface. */
type Columns = { readonly weight: number; readonly of: (vertex: number) => readonly number[] }

/**
 * What a simplifier must not flatten besides the form: normals, colours and coordinates, the shapes that matter, and
 * where a vertex is carried, as the mean place of its joints, so that elbows keep their loops.
 */
export function simplifierAttributes(
  { mesh, morphs, influences }: CharacterPart,
  joints: ReadonlyMap<string, Vec3>,
): { rows: number[][]; weights: number[] } {
  const columns: Columns[] = [{ weight: 0.35, of: (v) => mesh.normals![v]! }]
  const { uvs, shading, colors } = mesh
  if (uvs) columns.push({ weight: 0.25, of: (v) => uvs[v]! })
  if (shading) columns.push({ weight: 0.15, of: (v) => shading[v]! })
  if (colors) columns.push({ weight: 0.8, of: (v) => colors[v]! })
  const extent = extentOf(mesh.positions)
  for (const names of TELLING_SHAPES) {
    const moves = sumOfMoves(morphs, names)
    if (moves.size > 0) columns.push({ weight: 2 / extent, of: (v) => moves.get(v) ?? STILL })
  }
  columns.push({ weight: 0.15 / extent, of: (v) => carriedFrom(influences[v]!, joints) })
  return {
    rows: mesh.positions.map((_, v) => columns.flatMap(({ of }) => of(v))),
    weights: columns.flatMap(({ weight, of }) => of(0).map(() => weight)),
  }
}

const STILL: Vec3 = [0, 0, 0]

function extentOf(positions: readonly Vec3[]): number {
  const spans = ([0, 1, 2] as const).map((axis) => {
    const values = positions.map((p) => p[axis])
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b))
  })
  return Math.max(...spans)
}

function sumOfMoves(morphs: CharacterPart['morphs'], names: readonly string[]): Map<number, Vec3> {
  const sums = new Map<number, Vec3>()
  for (const name of names) {
    const { indices, deltas } = morphs.get(name) ?? { indices: [], deltas: [] }
    for (const [i, v] of indices.entries()) sums.set(v, add(sums.get(v) ?? STILL, deltas[i]!))
  }
  return sums
}

const carriedFrom = (influences: CharacterPart['influences'][number], joints: ReadonlyMap<string, Vec3>): Vec3 =>
  [...influences].reduce<Vec3>((sum, [joint, share]) => add(sum, scale(joints.get(joint)!, share)), STILL)
