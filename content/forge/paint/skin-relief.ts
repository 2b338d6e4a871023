import type { HeadRecipe } from '../head/recipe.ts'
import { smoothstep } from '../kit/scalar.ts'
import { solidNoise } from '../kit/solid-noise.ts'

/** Depths, cm. Pores are kept far below life: drawn as deep as they are they read as stubble. */
const DEPTH = { pores: 0.0044, grain: 0.0018, creases: 0.04, lipLines: 0.01 } as const

/** How the fine relief of skin is asked for at a place. */
export interface ReliefPlace {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly lip: number
  readonly pores: number
  /** Of the lines of the face, 0 to 1. */
  readonly crease: number
}

/** What stands up from the sculpted skin or lies below it, cm: grain, pores, lines of the face and of the lips. */
export function skinRelief({ seed }: HeadRecipe): (place: ReliefPlace) => number {
  const grain = solidNoise(seed, 'grain')
  const linesAt = lipLines(seed)
  return ({ x, y, z, lip, pores, crease }) => {
    if (lip > 0) return -DEPTH.lipLines * linesAt(x, lip)
    const fine = grain(x * 15, y * 15, z * 15) - 0.5
    const coarse = grain(x * 6, y * 6, z * 6) - 0.5
    return DEPTH.pores * pores * fine + DEPTH.grain * coarse - DEPTH.creases * crease
  }
}

/** The fine lines across lips, 0 to 1: they fan out from where lips touch, and fade at the border. */
export function lipLines(seed: number): (x: number, lip: number) => number {
  const noise = solidNoise(seed, 'lip lines')
  return (x, lip) => {
    const fan = x * (1.25 - 0.25 * lip)
    const lines = 0.6 * ridge(noise(fan * 4.6, lip * 0.7, 0.5)) + 0.4 * ridge(noise(fan * 9, lip * 1.1, 7.5))
    return lines * smoothstep(0, 0.25, lip) * (1 - smoothstep(0.85, 1, lip))
  }
}

/** Narrow valleys where a noise passes its middle. */
const ridge = (value: number): number => {
  const t = 1 - Math.min(1, Math.abs(value - 0.5) * 5)
  return t * t
}
