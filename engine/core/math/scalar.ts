/** A full turn. Radians. */
export const TAU = 2 * Math.PI

/** The nearest number to a value within [min, max]. */
export const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value))

/** The nearest number to a value within [0, 1]. */
export const clamp01 = (value: number): number => Math.max(0, Math.min(1, value))

/** The point at share t between a and b; a at 0 and b at 1 without rounding. */
export const lerp = (a: number, b: number, t: number): number => a * (1 - t) + b * t

/** 0 up to `from`, 1 from `to` on, and between them an S with level ends. from < to. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp01((value - from) / (to - from))
  return t * t * (3 - 2 * t)
}

/**
 * From 0 at 0 to 1 at 1 as a hand goes from rest to rest: the path of least jerk. Its top speed is 1.875.
 *
 * @source  T. Flash, N. Hogan, "The coordination of arm movements", Journal of Neuroscience 5 (1985).
 */
export function leastJerk(share: number): number {
  const t = clamp01(share)
  return t * t * t * (t * (t * 6 - 15) + 10)
}

/**
 * The lesser of two, rounded where they come within a span of each other: a quarter of it less where they meet.
 *
 * @source  I. Quilez, "Smooth minimum", polynomial.
 */
export function smoothMin(a: number, b: number, span: number): number {
  const near = Math.max(0, span - Math.abs(a - b)) / span
  return Math.min(a, b) - (near * near * span) / 4
}

/** The same direction as an angle in [−π, π). */
export const wrapAngle = (angle: number): number => angle - TAU * Math.floor((angle + Math.PI) / TAU)

export const radians = (degrees: number): number => (degrees * Math.PI) / 180

export const degrees = (radians: number): number => (radians * 180) / Math.PI
