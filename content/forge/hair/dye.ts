import type { HairRecipe } from '../head/recipe.ts'
import { type Colour, hexColour, mixColours } from '../kit/colour.ts'
import { clamp, smoothstep } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'

export type LockColours = readonly [root: Colour, middle: Colour, tip: Colour]

/** Hair without pigment: a little yellow. */
const WHITE = hexColour('#c9c5bd')

/** The colours of one lock. Grey comes lock by lock, and first at the temples. */
export function dyeLock(recipe: HairRecipe, root: Vec3, dice: () => number): LockColours {
  const [dark, middle, light] = [hexColour(recipe.root), hexColour(recipe.middle), hexColour(recipe.tip)]
  const warm = 0.25 * dice()
  const grey = greyness(recipe.grey, root, dice())
  return [
    mixColours(mixColours(dark, middle, warm), WHITE, grey),
    mixColours(mixColours(middle, dark, 1.4 * warm), WHITE, grey),
    mixColours(mixColours(light, middle, 2 * warm), WHITE, grey),
  ]
}

function greyness(share: number, [x, y]: Vec3, chance: number): number {
  if (share === 0) return 0
  const temple = smoothstep(4, 6.5, Math.abs(x)) * (1 - smoothstep(4, 9, y))
  return clamp(share * (1.15 + 0.5 * temple) - 0.5 * chance * (1 - share) * (1.4 - temple))
}
