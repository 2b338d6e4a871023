import { clamp, lerp } from './scalar.ts'
import type { Vec3 } from './vec3.ts'

/** Uniform Catmull-Rom through `values`, t in [0, 1]; the ends are extrapolated in a straight line. */
export function curve(values: readonly number[], t: number): number {
  const last = values.length - 1
  const f = clamp(t) * last
  const i = Math.min(last - 1, Math.floor(f))
  const u = f - i
  const b = values[i]!
  const c = values[i + 1]!
  const a = i === 0 ? 2 * b - c : values[i - 1]!
  const d = i === last - 1 ? 2 * c - b : values[i + 2]!
  return 0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u * u + (3 * b - a - 3 * c + d) * u * u * u)
}

/** The same through points. */
export function curve3(points: readonly Vec3[], t: number): Vec3 {
  const axis = (k: 0 | 1 | 2) =>
    curve(
      points.map((p) => p[k]),
      t,
    )
  return [axis(0), axis(1), axis(2)]
}

/** Monotone piecewise table: (x, y) knots in rising x, eased between knots, constant outside. */
export function eased(knots: readonly (readonly [number, number])[], x: number): number {
  const first = knots[0]!
  if (x <= first[0]) return first[1]
  for (let i = 1; i < knots.length; i++) {
    const [x1, y1] = knots[i]!
    if (x > x1) continue
    const [x0, y0] = knots[i - 1]!
    const t = (x - x0) / (x1 - x0)
    return lerp(y0, y1, t * t * (3 - 2 * t))
  }
  return knots[knots.length - 1]![1]
}

/** Smooth piecewise table: (x, y) knots in rising x joined by a cubic without corners, constant outside. */
export function tabulated(knots: readonly (readonly [number, number])[], x: number): number {
  const last = knots.length - 1
  if (x <= knots[0]![0]) return knots[0]![1]
  if (x >= knots[last]![0]) return knots[last]![1]
  const i = knots.findIndex(([at]) => at > x)
  const [x0, y0] = knots[i - 1]!
  const [x1, y1] = knots[i]!
  const slopeAt = (k: number) => {
    const [xa, ya] = knots[Math.max(0, k - 1)]!
    const [xb, yb] = knots[Math.min(last, k + 1)]!
    return (yb - ya) / (xb - xa)
  }
  const width = x1 - x0
  return hermite(y0, slopeAt(i - 1) * width, y1, slopeAt(i) * width, (x - x0) / width)
}

/** Cubic Hermite between two values with slopes per unit of t. */
export function hermite(a: number, slopeA: number, b: number, slopeB: number, t: number): number {
  const t2 = t * t
  const t3 = t2 * t
  return a * (2 * t3 - 3 * t2 + 1) + slopeA * (t3 - 2 * t2 + t) + b * (3 * t2 - 2 * t3) + slopeB * (t3 - t2)
}

/** `count + 1` positions from `from` to `to`, crowded where `density` is high. */
export function distribute(density: (x: number) => number, from: number, to: number, count: number): number[] {
  const samples = 2000
  const sums = [0]
  for (let i = 0; i < samples; i++) sums.push(sums[i]! + density(lerp(from, to, (i + 0.5) / samples)))
  const total = sums[samples]!
  const result: number[] = []
  let j = 0
  for (let i = 0; i <= count; i++) {
    const goal = (total * i) / count
    while (j < samples - 1 && sums[j + 1]! < goal) j++
    const within = clamp((goal - sums[j]!) / (sums[j + 1]! - sums[j]!))
    result.push(lerp(from, to, (j + within) / samples))
  }
  return result
}
