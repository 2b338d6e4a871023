import { exp } from './ops.ts'

export { hypot2, hypot3 } from '../../../engine/core/math/ops.ts'
export { lerp, smoothstep, TAU } from '../../../engine/core/math/scalar.ts'

export const { PI } = Math
/** Radians in one degree. */
export const DEGREE = PI / 180

export const clamp = (value: number, min = 0, max = 1): number => Math.max(min, Math.min(max, value))

/** Bell of height 1: e^-(distance/width)². */
export const gauss = (distance: number, width: number): number => exp(-(distance * distance) / (width * width))

/** The same over a plane: e^-(a² + b²). */
export const bell = (a: number, b: number): number => exp(-(a * a + b * b))

/** √(1 − t²), 0 outside the unit interval: the profile of a rounded edge. */
export const dome = (t: number): number => Math.sqrt(Math.max(0, 1 - t * t))
