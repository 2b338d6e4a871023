import type { Triangle } from './mesh.ts'
import { add, addScaled, cross, dot, scale, subtract, type Vec3 } from './vec3.ts'

/** Side of the cells that triangles are sorted into. Centimetres. */
const CELL = 4

/** Triangles by where their middles lie, to be found near a place. They must be smaller than a cell. */
export type TriangleCells = { readonly near: (p: Vec3, reach: number) => Triangle[] }

export function createTriangleCells(positions: readonly Vec3[], triangles: readonly Triangle[]): TriangleCells {
  const cells = new Map<number, Triangle[]>()
  for (const triangle of triangles) {
    const [x, y, z] = cellOf(middleOf(triangle, positions))
    const key = keyOf(x, y, z)
    const cell = cells.get(key)
    if (cell) cell.push(triangle)
    else cells.set(key, [triangle])
  }
  return {
    near: (p, reach) => {
      const [x, y, z] = cellOf(p)
      const steps = Math.ceil(reach / CELL)
      const found: Triangle[] = []
      for (let i = x - steps; i <= x + steps; i++)
        for (let j = y - steps; j <= y + steps; j++)
          for (let k = z - steps; k <= z + steps; k++) found.push(...(cells.get(keyOf(i, j, k)) ?? []))
      return found
    },
  }
}

const cellOf = ([x, y, z]: Vec3): Vec3 => [Math.floor(x / CELL), Math.floor(y / CELL), Math.floor(z / CELL)]
/** One number for a cell; figures stay within 500 cells of the origin. */
const keyOf = (x: number, y: number, z: number): number => ((x + 500) * 1000 + (y + 500)) * 1000 + (z + 500)

export const middleOf = ([a, b, c]: Triangle, places: readonly Vec3[]): Vec3 =>
  scale(add(add(places[a]!, places[b]!), places[c]!), 1 / 3)

/** Square to a triangle, outwards; twice its area long. */
export const faceOf = ([a, b, c]: Triangle, places: readonly Vec3[]): Vec3 =>
  cross(subtract(places[b]!, places[a]!), subtract(places[c]!, places[a]!))

/**
 * How far a ray goes until it leaves through the front of a triangle; infinity where it does not.
 *
 * @source  T. Möller, B. Trumbore, "Fast, Minimum Storage Ray/Triangle Intersection" (1997).
 */
export function distanceToFront(p: Vec3, ray: Vec3, [a, b, c]: Triangle, places: readonly Vec3[]): number {
  const [from, ab, ac] = [places[a]!, subtract(places[b]!, places[a]!), subtract(places[c]!, places[a]!)]
  const face = cross(ab, ac)
  const slope = dot(face, ray)
  if (slope <= 1e-9) return Number.POSITIVE_INFINITY
  const toPlane = dot(face, subtract(from, p)) / slope
  if (toPlane < 0) return Number.POSITIVE_INFINITY
  const q = subtract(addScaled(p, ray, toPlane), from)
  const u = dot(cross(q, ac), face) / dot(face, face)
  const v = dot(cross(ab, q), face) / dot(face, face)
  return u >= 0 && v >= 0 && u + v <= 1 ? toPlane : Number.POSITIVE_INFINITY
}
