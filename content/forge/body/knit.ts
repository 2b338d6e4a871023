import { drawPng, packNormal } from '../kit/image.ts'
import { computeNormals, type Mesh, type Triangle } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { PI, TAU } from '../kit/scalar.ts'
import { normalize, type Vec2 } from '../kit/vec3.ts'
import type { Garment, Thread } from './garment.ts'

/** Height of a row of stitches. Centimetres. */
export const ROW_HEIGHT = 0.6
/** Stitches across one quad of the mesh, whatever its width: as in real knitting, tension changes and the count does not. */
export const STITCHES_PER_COLUMN = 2
/** Stitches along each side of the picture. */
const STITCHES_PER_TILE = 8
const PIXELS = 256
/** How far the yarn stands up, in widths of a stitch. */
const RELIEF = 0.3

/** Stocking stitch as a normal map: columns of little Vs. */
export function drawKnit(): Promise<Buffer> {
  const unit = STITCHES_PER_TILE / PIXELS
  const slope = (x: number, y: number, dx: number, dy: number) =>
    (RELIEF * (yarnHeight(x + dx, y + dy) - yarnHeight(x - dx, y - dy))) / (2 * unit)
  return drawPng(PIXELS, PIXELS, (px, py) => {
    const x = (px + 0.5) * unit
    const y = (py + 0.5) * unit
    // Rows of a picture run down, v in glTF too, while the stitches grow up.
    return packNormal(normalize([-slope(x, y, unit, 0), slope(x, y, 0, unit), 1]))
  })
}

/** Height of the yarn in a field of stitches, each 1 × 1: two strands that lean towards one another, [0, 1]. */
function yarnHeight(x: number, y: number): number {
  const across = x - Math.floor(x)
  const fromMiddle = Math.abs(across - 0.5) * 2
  const strand = sin(PI * fromMiddle)
  const twist = 0.76 + 0.24 * cos((y + fromMiddle * 0.85) * TAU)
  return Math.sqrt(Math.max(0, strand)) * twist
}

export type SewnMesh = {
  readonly mesh: Mesh
  /** The garment's vertex that each vertex came from. */
  readonly origin: readonly number[]
}

/**
 * Gives a garment texture coordinates, one tile for every eight stitches, and parts its vertices where the weave does:
 * where a sleeve is sewn on, where a tube closes, and at the middle, where the two halves mirror one another. Normals stay those of the whole garment, so that no edge shows.
 */
export function sewWeave({ mesh, threads }: Garment): SewnMesh {
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const sewn: Required<Pick<Mesh, 'positions' | 'triangles' | 'normals' | 'uvs'>> = {
    positions: [],
    triangles: [],
    normals: [],
    uvs: [],
  }
  const origin: number[] = []
  const known = new Map<string, number>()
  const corner = (v: number, [u, w]: Vec2, isMirrored: boolean): number => {
    const key = `${v}/${u}/${w}/${isMirrored}`
    const existing = known.get(key)
    if (existing !== undefined) return existing
    sewn.positions.push(mesh.positions[v]!)
    sewn.normals.push(normals[v]!)
    sewn.uvs.push([u / STITCHES_PER_TILE, -w / STITCHES_PER_TILE])
    origin.push(v)
    known.set(key, origin.length - 1)
    return origin.length - 1
  }
  for (const triangle of mesh.triangles) {
    const stitches = weaveOf(triangle, threads)
    const isMirrored = windingOf(stitches) < 0
    sewn.triangles.push(triangle.map((v, i) => corner(v, stitches[i]!, isMirrored)) as unknown as Triangle)
  }
  return { mesh: sewn, origin }
}

/** The three stitches of a triangle in one weave: the sleeve's where any corner is the sleeve's, unrolled where it closes. */
function weaveOf(triangle: Triangle, threads: readonly Thread[]): Vec2[] {
  const isSleeve = triangle.some((v) => threads[v]!.piece === 'sleeve')
  const stitches = triangle.map((v) => (isSleeve ? (threads[v]!.seam ?? threads[v]!.stitch) : threads[v]!.stitch))
  if (!isSleeve) return stitches
  const furthest = Math.max(...stitches.map(([u]) => u))
  const around = SLEEVE_COLUMNS * STITCHES_PER_COLUMN
  return stitches.map(([u, w]): Vec2 => (furthest - u > around / 2 ? [u + around, w] : [u, w]))
}

/** Quads round a sleeve: the rim of its armhole. */
const SLEEVE_COLUMNS = 30

/** Twice the signed area of a triangle in the weave. */
const windingOf = ([a, b, c]: readonly Vec2[]): number =>
  (b![0] - a![0]) * (c![1] - a![1]) - (b![1] - a![1]) * (c![0] - a![0])
