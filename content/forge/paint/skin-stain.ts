import type { HeadRecipe } from '../head/recipe.ts'
import type { Colour } from '../kit/colour.ts'
import { clamp, smoothstep } from '../kit/scalar.ts'
import { solidNoise } from '../kit/solid-noise.ts'
import { beardStain } from './beard-stain.ts'
import { lipLines, type ReliefPlace } from './skin-relief.ts'

/** What each thing takes off red, green and blue where it is strongest: skin darkens warm, never grey. */
const TAKES = {
  blood: [0.02, 0.12, 0.11],
  crease: [0.07, 0.16, 0.18],
  lipLine: [0.13, 0.24, 0.22],
} as const satisfies Record<string, Colour>

export interface StainPlace extends ReliefPlace {
  readonly blood: number
}

/** How much of the vertex colours' red, green and blue is left at a place: a factor, about 1. */
export function skinStain(recipe: HeadRecipe): (place: StainPlace) => Colour {
  const { seed, complexion } = recipe
  const mottle = solidNoise(seed, 'mottle')
  const linesAt = lipLines(seed)
  const beardAt = beardStain(recipe)
  const uneven = 1 + 0.9 * smoothstep(45, 80, complexion.age)
  return ({ x, y, z, lip, crease, blood }) => {
    const patches = 0.6 * mottle(x * 0.9, y * 0.9, z * 0.9) + 0.4 * mottle(x * 3.1, y * 3.1, z * 3.1) - 0.5
    const takes = {
      blood: lip > 0 ? 0 : clamp(patches * 2, -1, 1) * blood * uneven,
      crease,
      lipLine: lip > 0 ? linesAt(x, lip) : 0,
    }
    const beard = beardAt([x, y, z], lip)
    const left = (k: 0 | 1 | 2) =>
      (1 - TAKES.blood[k] * takes.blood) *
      (1 - TAKES.crease[k] * takes.crease) *
      (1 - TAKES.lipLine[k] * takes.lipLine) *
      (beard?.[k] ?? 1)
    return [left(0), left(1), left(2)]
  }
}
