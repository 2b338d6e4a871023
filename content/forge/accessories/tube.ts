import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { lerp, PI, TAU } from '../kit/scalar.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import { addScaled, cross, mix3, normalize, reject, subtract, type Vec3 } from '../kit/vec3.ts'

export type Tube = {
  readonly path: readonly Vec3[]
  /** Which way the section's depth points, at each step; need not be square to the path. */
  readonly out: (step: number) => Vec3
  /** Half of what a section measures across and in depth, at each step; cm. */
  readonly half: (step: number) => readonly [across: number, depth: number]
  readonly sides: number
  /** 1 a round section, towards 0 a square one. */
  readonly roundness?: number
  /** Whether the path runs back into its beginning; else its ends are rounded off. */
  readonly isRing?: boolean
}

/** Sweeps a section along a path. */
export function tube({ path, out, half, sides, roundness = 1, isRing = false }: Tube): Mesh {
  const mesh = createMesh()
  const rows = path.map((at, step) => {
    const { across, depth } = axesAt(path, step, out(step), isRing)
    const [a, d] = half(step)
    return Array.from({ length: sides }, (_, j) => {
      const turn = (j / sides) * TAU
      const x = a * squared(cos(turn), roundness)
      return addVertex(mesh, addScaled(addScaled(at, across, x), depth, d * squared(sin(turn), roundness)))
    })
  })
  if (isRing) stitchGrid(mesh, [...rows, rows[0]!], 'closed')
  else {
    stitchGrid(mesh, rows, 'closed')
    const [first, last] = [rows[0]!, rows.at(-1)!]
    stitchFan(mesh, first, tip(mesh, path[0]!, path[1]!, half(0)[1]))
    stitchFan(mesh, [...last].reverse(), tip(mesh, path.at(-1)!, path.at(-2)!, half(path.length - 1)[1]))
  }
  return mesh
}

function axesAt(path: readonly Vec3[], step: number, out: Vec3, isRing: boolean): { across: Vec3; depth: Vec3 } {
  const count = path.length
  const neighbour = (by: number) =>
    isRing ? path[(step + by + count) % count]! : path[Math.max(0, Math.min(count - 1, step + by))]!
  const along = normalize(subtract(neighbour(1), neighbour(-1)))
  const depth = normalize(reject(out, along))
  return { across: cross(along, depth), depth }
}

/** Half a section's depth beyond the path's end. */
const tip = (mesh: Mesh, end: Vec3, before: Vec3, by: number): number =>
  addVertex(mesh, addScaled(end, normalize(subtract(end, before)), by * 0.6))

const squared = (value: number, roundness: number): number => Math.sign(value) * pow(Math.abs(value), roundness)

/** A path through `points` with as many steps as asked for between each two, in straight lines. */
export const throughPoints = (points: readonly Vec3[], steps: number): Vec3[] => [
  ...points.slice(1).flatMap((to, i) => Array.from({ length: steps }, (_, k) => mix3(points[i]!, to, k / steps))),
  points.at(-1)!,
]

export type Ball = { readonly at: Vec3; readonly half: Vec3; readonly rows: number; readonly columns: number }

/** An ellipsoid. */
export function ball({ at: [x, y, z], half: [a, b, c], rows, columns }: Ball): Mesh {
  const mesh = createMesh()
  const rings = Array.from({ length: rows - 1 }, (_, i) => {
    const polar = lerp(0, PI, (i + 1) / rows)
    return Array.from({ length: columns }, (_, j) => {
      const turn = (j / columns) * TAU
      return addVertex(mesh, [x + a * sin(polar) * sin(turn), y + b * cos(polar), z + c * sin(polar) * cos(turn)])
    })
  })
  stitchGrid(mesh, rings, 'closed')
  stitchFan(mesh, rings[0]!, addVertex(mesh, [x, y + b, z]))
  stitchFan(mesh, [...rings.at(-1)!].reverse(), addVertex(mesh, [x, y - b, z]))
  return mesh
}
