import type { Triangle } from './mesh.ts'
import type { Vec2 } from './vec3.ts'

/** A mesh laid out flat, with numbers at its vertices that are wanted all over it. */
export interface FlatMesh {
  readonly uvs: readonly Vec2[]
  readonly triangles: readonly Triangle[]
  /** Each holds one number to a vertex. */
  readonly fields: readonly ArrayLike<number>[]
}

/** The same numbers at the texels of a square picture, rows from the top. */
export interface Texels {
  readonly size: number
  /** 1 where a triangle lies, 0 where the picture is empty. */
  readonly covered: Uint8Array
  /** In the order of the meshes' fields; one number to a texel. */
  readonly fields: readonly Float32Array[]
}

/** Points on an edge belong to both triangles; 1 / this is how far off one may round. */
const ON_EDGE = -1e-6

/** Draws meshes into a picture; where triangles overlap the later one stays. All have the same fields. */
export function drawTexels(size: number, meshes: readonly FlatMesh[]): Texels {
  const count = meshes[0]!.fields.length
  const texels = {
    size,
    covered: new Uint8Array(size * size),
    fields: Array.from({ length: count }, () => new Float32Array(size * size)),
  }
  for (const mesh of meshes) for (const triangle of mesh.triangles) drawTriangle(texels, mesh, triangle)
  return texels
}

function drawTriangle({ size, covered, fields }: Texels, mesh: FlatMesh, [a, b, c]: Triangle): void {
  const place = (v: number): Vec2 => [mesh.uvs[v]![0] * size - 0.5, mesh.uvs[v]![1] * size - 0.5]
  const [ax, ay] = place(a)
  const [bx, by] = place(b)
  const [cx, cy] = place(c)
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (area === 0) return
  const range = (p: number, q: number, r: number) => [
    Math.max(0, Math.ceil(Math.min(p, q, r) - 1e-6)),
    Math.min(size - 1, Math.floor(Math.max(p, q, r) + 1e-6)),
  ]
  const [left, right] = range(ax, bx, cx)
  const [top, bottom] = range(ay, by, cy)
  for (let y = top!; y <= bottom!; y++) {
    for (let x = left!; x <= right!; x++) {
      const atB = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area
      const atC = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area
      const atA = 1 - atB - atC
      if (atA < ON_EDGE || atB < ON_EDGE || atC < ON_EDGE) continue
      const t = y * size + x
      covered[t] = 1
      for (let f = 0; f < fields.length; f++) {
        const values = mesh.fields[f]!
        fields[f]![t] = atA * values[a]! + atB * values[b]! + atC * values[c]!
      }
    }
  }
}

/**
 * For every empty texel the nearest drawn one, for drawn ones themselves: where it takes its colour from, so that
 * filtering never mixes emptiness in at an edge.
 */
export function nearestDrawn({ size, covered }: Texels): Int32Array {
  const source = new Int32Array(size * size).fill(-1)
  let front: number[] = []
  for (let t = 0; t < covered.length; t++) {
    if (covered[t] !== 1) continue
    source[t] = t
    front.push(t)
  }
  while (front.length > 0) {
    const next: number[] = []
    for (const t of front)
      for (const n of neighbours(t, size)) {
        if (source[n] !== -1) continue
        source[n] = source[t]!
        next.push(n)
      }
    front = next
  }
  return source
}

function neighbours(t: number, size: number): number[] {
  const x = t % size
  const found: number[] = []
  if (x > 0) found.push(t - 1)
  if (x < size - 1) found.push(t + 1)
  if (t >= size) found.push(t - size)
  if (t < size * (size - 1)) found.push(t + size)
  return found
}
