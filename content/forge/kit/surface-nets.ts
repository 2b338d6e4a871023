import { addQuad, createMesh, type Mesh } from './mesh.ts'
import { neighboursOf } from './neighbours.ts'
import { projectOnto } from './project.ts'
import { relax } from './relax.ts'
import type { Sdf } from './sdf.ts'
import type { Vec3 } from './vec3.ts'

export interface SurfaceNetsOptions {
  readonly min: Vec3
  readonly max: Vec3
  /** Edge of a grid cell; triangles come out about this size. */
  readonly cell: number
  /** Rounds of relaxing and re-projecting, which even out the triangles. */
  readonly smoothing?: number
}

interface Lattice {
  readonly counts: readonly [number, number, number]
  readonly values: Float64Array
  readonly index: (x: number, y: number, z: number) => number
}

/**
 * Meshes the zero surface of a field: one vertex per cell that the surface crosses.
 *
 * The box must enclose the surface by a cell on each side, or the mesh stays open there.
 *
 * @source S. Gibson, "Constrained Elastic Surface Nets" (1998); the dual form of marching cubes.
 */
export function surfaceNets(field: Sdf, options: SurfaceNetsOptions): Mesh {
  const lattice = sample(field, options)
  const mesh = createMesh()
  const vertexOf = placeVertices(mesh, lattice, options)
  connect(mesh, lattice, vertexOf)
  const neighbours = neighboursOf(mesh.positions.length, mesh.triangles)
  relax(mesh.positions, neighbours, {
    iterations: options.smoothing ?? 3,
    factor: () => 0.5,
    settle: (p) => projectOnto(field, p),
  })
  return mesh
}

function sample(field: Sdf, { min, max, cell }: SurfaceNetsOptions): Lattice {
  const size = (axis: 0 | 1 | 2) => Math.ceil((max[axis] - min[axis]) / cell) + 1
  const counts = [size(0), size(1), size(2)] as const
  const [nx, ny, nz] = counts
  const values = new Float64Array(nx * ny * nz)
  let i = 0
  for (let z = 0; z < nz; z++)
    for (let y = 0; y < ny; y++)
      for (let x = 0; x < nx; x++) values[i++] = field(min[0] + x * cell, min[1] + y * cell, min[2] + z * cell)
  return { counts, values, index: (x, y, z) => x + nx * (y + ny * z) }
}

const CORNERS: readonly Vec3[] = Array.from({ length: 8 }, (_, i): Vec3 => [i & 1, (i >> 1) & 1, i >> 2])
/** Corner pairs that differ in one coordinate. */
const EDGES = CORNERS.flatMap((_, a) => [1, 2, 4].filter((bit) => !(a & bit)).map((bit) => [a, a | bit] as const))

function placeVertices(mesh: Mesh, { counts, values, index }: Lattice, { min, cell }: SurfaceNetsOptions): Int32Array {
  const vertexOf = new Int32Array(values.length).fill(-1)
  const corner = new Float64Array(8)
  for (let z = 0; z < counts[2] - 1; z++)
    for (let y = 0; y < counts[1] - 1; y++)
      for (let x = 0; x < counts[0] - 1; x++) {
        for (let k = 0; k < 8; k++) corner[k] = values[index(x + (k & 1), y + ((k >> 1) & 1), z + (k >> 2))]!
        const centre = crossingCentre(corner)
        if (!centre) continue
        vertexOf[index(x, y, z)] = mesh.positions.length
        mesh.positions.push([
          min[0] + (x + centre[0]) * cell,
          min[1] + (y + centre[1]) * cell,
          min[2] + (z + centre[2]) * cell,
        ])
      }
  return vertexOf
}

/** Mean of the points where the surface crosses a cell's edges, in cell units; nothing if it does not. */
function crossingCentre(corner: Float64Array): Vec3 | undefined {
  let crossings = 0
  let x = 0
  let y = 0
  let z = 0
  for (const [a, b] of EDGES) {
    const va = corner[a]!
    const vb = corner[b]!
    if (va < 0 === vb < 0) continue
    const t = va / (va - vb)
    const p = CORNERS[a]!
    const q = CORNERS[b]!
    x += p[0] + (q[0] - p[0]) * t
    y += p[1] + (q[1] - p[1]) * t
    z += p[2] + (q[2] - p[2]) * t
    crossings++
  }
  return crossings === 0 ? undefined : [x / crossings, y / crossings, z / crossings]
}

/** One quad around each lattice edge that the surface crosses. */
function connect(mesh: Mesh, { counts, values, index }: Lattice, vertexOf: Int32Array): void {
  const at = (x: number, y: number, z: number) => vertexOf[index(x, y, z)]!
  const quad = (inside: boolean, a: number, b: number, c: number, d: number) =>
    inside ? addQuad(mesh, a, b, c, d) : addQuad(mesh, d, c, b, a)
  for (let z = 1; z < counts[2] - 1; z++)
    for (let y = 1; y < counts[1] - 1; y++)
      for (let x = 1; x < counts[0] - 1; x++) {
        const inside = values[index(x, y, z)]! < 0
        const crosses = (dx: number, dy: number, dz: number) => inside !== values[index(x + dx, y + dy, z + dz)]! < 0
        if (crosses(1, 0, 0)) quad(inside, at(x, y - 1, z - 1), at(x, y, z - 1), at(x, y, z), at(x, y - 1, z))
        if (crosses(0, 1, 0)) quad(inside, at(x - 1, y, z - 1), at(x - 1, y, z), at(x, y, z), at(x, y, z - 1))
        if (crosses(0, 0, 1)) quad(inside, at(x - 1, y - 1, z), at(x, y - 1, z), at(x, y, z), at(x - 1, y, z))
      }
}
