import { add, cross, normalize, subtract, type Vec2, type Vec3, type Vec4 } from './vec3.ts'

/** Vertex indices, counter-clockwise seen from outside. */
export type Triangle = readonly [number, number, number]

/** A triangle mesh under construction. Optional arrays, where present, run parallel to `positions`. */
export interface Mesh {
  positions: Vec3[]
  triangles: Triangle[]
  normals?: Vec3[]
  /** TEXCOORD_0. */
  uvs?: Vec2[]
  /** TEXCOORD_1: (ambient occlusion, roughness), read through a ramp texture, see `paint/shading-ramp.ts`. */
  shading?: Vec2[]
  /** COLOR_0, linear RGBA, [0, 1]. */
  colors?: Vec4[]
}

export const createMesh = (): Mesh => ({ positions: [], triangles: [] })

/** Appends a vertex and returns its index. */
export function addVertex(mesh: Mesh, position: Vec3): number {
  mesh.positions.push(position)
  return mesh.positions.length - 1
}

/** Two triangles; a b c d counter-clockwise seen from outside. */
export function addQuad(mesh: Mesh, a: number, b: number, c: number, d: number): void {
  mesh.triangles.push([a, b, c], [a, c, d])
}

/** Area-weighted vertex normals. */
export function computeNormals(positions: readonly Vec3[], triangles: readonly Triangle[]): Vec3[] {
  const sums: Vec3[] = positions.map(() => [0, 0, 0])
  for (const [a, b, c] of triangles) {
    const face = cross(subtract(positions[b]!, positions[a]!), subtract(positions[c]!, positions[a]!))
    for (const v of [a, b, c]) sums[v] = add(sums[v]!, face)
  }
  return sums.map(normalize)
}

export interface CompactedMesh {
  readonly mesh: Mesh
  /** New index of each old vertex, −1 where it was dropped. */
  readonly remap: Int32Array
}

/** Drops vertices that no triangle uses; order is kept. */
export function compactMesh(mesh: Mesh): CompactedMesh {
  const remap = new Int32Array(mesh.positions.length).fill(-1)
  for (const triangle of mesh.triangles) for (const v of triangle) remap[v] = 0
  let count = 0
  for (let v = 0; v < remap.length; v++) if (remap[v] === 0) remap[v] = count++
  const keep = <T>(list: T[]): T[] => list.filter((_, v) => remap[v]! >= 0)
  const result: Mesh = {
    positions: keep(mesh.positions),
    triangles: mesh.triangles.map(([a, b, c]): Triangle => [remap[a]!, remap[b]!, remap[c]!]),
  }
  if (mesh.normals) result.normals = keep(mesh.normals)
  if (mesh.uvs) result.uvs = keep(mesh.uvs)
  if (mesh.shading) result.shading = keep(mesh.shading)
  if (mesh.colors) result.colors = keep(mesh.colors)
  return { mesh: result, remap }
}

/** Appends `part` to `mesh` and returns the index its first vertex got. All parts must carry the same attributes. */
export function appendMesh(mesh: Mesh, part: Mesh): number {
  const base = mesh.positions.length
  for (const position of part.positions) mesh.positions.push(position)
  for (const [a, b, c] of part.triangles) mesh.triangles.push([a + base, b + base, c + base])
  if (part.normals) mesh.normals = [...(mesh.normals ?? []), ...part.normals]
  if (part.uvs) mesh.uvs = [...(mesh.uvs ?? []), ...part.uvs]
  if (part.shading) mesh.shading = [...(mesh.shading ?? []), ...part.shading]
  if (part.colors) mesh.colors = [...(mesh.colors ?? []), ...part.colors]
  return base
}

/** The mirror image in the plane x = 0, still counter-clockwise from outside. */
export function mirrorMesh(mesh: Mesh): Mesh {
  const flip = ([x, y, z]: Vec3): Vec3 => [-x, y, z]
  const result: Mesh = {
    ...mesh,
    positions: mesh.positions.map(flip),
    triangles: mesh.triangles.map(([a, b, c]): Triangle => [a, c, b]),
  }
  if (mesh.normals) result.normals = mesh.normals.map(flip)
  return result
}
