import { clamp, hypot3 } from './scalar.ts'
import type { Vec3 } from './vec3.ts'

/** Signed distance to a surface, negative inside. Three numbers, not a vector: it is called millions of times. */
export type Sdf = (x: number, y: number, z: number) => number

export function sphere([cx, cy, cz]: Vec3, radius: number): Sdf {
  return (x, y, z) => hypot3(x - cx, y - cy, z - cz) - radius
}

/**
 * An axis-aligned ellipsoid. Exact on the surface, approximate away from it, so march with a step below 1.
 *
 * @source I. Quilez, "Ellipsoid SDF", the gradient-normalised bound k0 (k0 − 1) / k1.
 */
export function ellipsoid([cx, cy, cz]: Vec3, [rx, ry, rz]: Vec3): Sdf {
  const smallest = Math.min(rx, ry, rz)
  return (x, y, z) => {
    const ux = (x - cx) / rx
    const uy = (y - cy) / ry
    const uz = (z - cz) / rz
    const k0 = hypot3(ux, uy, uz)
    const k1 = hypot3(ux / rx, uy / ry, uz / rz)
    return k1 < 1e-9 ? -smallest : (k0 * (k0 - 1)) / k1
  }
}

/** A capsule whose radius runs linearly from `ra` at `a` to `rb` at `b`. */
export function capsule(a: Vec3, b: Vec3, ra: number, rb: number = ra): Sdf {
  const [ax, ay, az] = a
  const bx = b[0] - ax
  const by = b[1] - ay
  const bz = b[2] - az
  const inverse = 1 / (bx * bx + by * by + bz * bz)
  return (x, y, z) => {
    const px = x - ax
    const py = y - ay
    const pz = z - az
    const t = clamp((px * bx + py * by + pz * bz) * inverse)
    return hypot3(px - bx * t, py - by * t, pz - bz * t) - (ra + (rb - ra) * t)
  }
}

/** A chain of capsules through `points`, radius from `ra` to `rb`. */
export function polyline(points: readonly Vec3[], ra: number, rb: number): Sdf {
  const last = points.length - 1
  const radius = (i: number) => ra + ((rb - ra) * i) / last
  const links = points.slice(0, last).map((p, i) => capsule(p, points[i + 1]!, radius(i), radius(i + 1)))
  return (x, y, z) => links.reduce((nearest, link) => Math.min(nearest, link(x, y, z)), Number.POSITIVE_INFINITY)
}

/**
 * Polynomial smooth minimum. Where both are equal the result is k/4 lower, so a blend swells by k/4.
 *
 * @source I. Quilez, "Smooth minimum", the quadratic form.
 */
export function smoothMin(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k
  return Math.min(a, b) - h * h * k * 0.25
}

export const smoothMax = (a: number, b: number, k: number): number => -smoothMin(-a, -b, k)

/** One stroke on a piece of clay: put on or take away a shape, blended over `blend` units. */
export interface Stroke {
  readonly kind: 'add' | 'carve'
  readonly blend: number
  readonly shape: Sdf
}

export const put = (blend: number, shape: Sdf): Stroke => ({ kind: 'add', blend, shape })
export const carve = (blend: number, shape: Sdf): Stroke => ({ kind: 'carve', blend, shape })

/** Works strokes into a first lump, in order; the order matters where blends overlap. */
export function sculpt(lump: Sdf, strokes: readonly Stroke[]): Sdf {
  return (x, y, z) => {
    let d = lump(x, y, z)
    for (const { kind, blend, shape } of strokes) {
      const s = shape(x, y, z)
      d = kind === 'add' ? smoothMin(d, s, blend) : smoothMax(d, -s, blend)
    }
    return d
  }
}

/** The shape given for x ≥ 0, and its mirror image. */
export const mirrored =
  (shape: Sdf): Sdf =>
  (x, y, z) =>
    shape(Math.abs(x), y, z)

export const inflated =
  (shape: Sdf, by: number): Sdf =>
  (x, y, z) =>
    shape(x, y, z) - by

export const translated =
  (shape: Sdf, [tx, ty, tz]: Vec3): Sdf =>
  (x, y, z) =>
    shape(x - tx, y - ty, z - tz)
