import { clamp } from './scalar.ts'
import { addScaled, cross, distance, dot, subtract, type Vec3 } from './vec3.ts'

/** Distance from a point to a triangle, its inside and edges included. */
export function distanceToTriangle(p: Vec3, a: Vec3, b: Vec3, c: Vec3): number {
  const normal = cross(subtract(b, a), subtract(c, a))
  const isInside = [
    [a, b],
    [b, c],
    [c, a],
  ].every(([from, to]) => dot(cross(subtract(to!, from!), subtract(p, from!)), normal) >= 0)
  if (isInside) return Math.abs(dot(subtract(p, a), normal)) / Math.sqrt(Math.max(dot(normal, normal), 1e-18))
  return Math.min(distanceToEdge(p, a, b), distanceToEdge(p, b, c), distanceToEdge(p, c, a))
}

function distanceToEdge(p: Vec3, a: Vec3, b: Vec3): number {
  const edge = subtract(b, a)
  const t = clamp(dot(subtract(p, a), edge) / Math.max(dot(edge, edge), 1e-18))
  return distance(p, addScaled(a, edge, t))
}
