import { addQuad, type Mesh } from './mesh.ts'

/** Whether the last vertex of a row joins the first. */
export type Closure = 'open' | 'closed'

/**
 * Fills the strip between two rows of equally many vertices with quads.
 * Counter-clockwise from outside when `upper` lies above `lower` and both run to the viewer's right.
 */
export function stitchRows(mesh: Mesh, upper: readonly number[], lower: readonly number[], closure: Closure): void {
  const count = closure === 'closed' ? upper.length : upper.length - 1
  for (let i = 0; i < count; i++) {
    const j = (i + 1) % upper.length
    addQuad(mesh, lower[i]!, lower[j]!, upper[j]!, upper[i]!)
  }
}

/** Fills the strips between consecutive rows. */
export function stitchGrid(mesh: Mesh, rows: readonly (readonly number[])[], closure: Closure): void {
  for (let r = 1; r < rows.length; r++) stitchRows(mesh, rows[r - 1]!, rows[r]!, closure)
}

/**
 * Joins a closed row to one with half as many vertices: lower[i] lies below upper[2i].
 * This is how a dense face thins out towards the back and the chest.
 */
export function stitchHalving(mesh: Mesh, upper: readonly number[], lower: readonly number[]): void {
  for (let i = 0; i < lower.length; i++) {
    const [a, b, c] = [upper[2 * i]!, upper[2 * i + 1]!, upper[(2 * i + 2) % upper.length]!]
    const [d, e] = [lower[i]!, lower[(i + 1) % lower.length]!]
    mesh.triangles.push([d, b, a], [d, e, b], [e, c, b])
  }
}

/** Closes a ring with a fan around one vertex; the ring runs counter-clockwise seen from outside. */
export function stitchFan(mesh: Mesh, ring: readonly number[], centre: number): void {
  for (let i = 0; i < ring.length; i++) mesh.triangles.push([ring[i]!, ring[(i + 1) % ring.length]!, centre])
}
