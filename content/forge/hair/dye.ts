import type { HairRecipe } from '../head/recipe.ts'
import { type Colour, hexColour, luminanceOf, mixColours } from '../kit/colour.ts'
import { pow } from '../kit/ops.ts'
import { clamp, smoothstep } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'

export type LockColours = readonly [root: Colour, middle: Colour, tip: Colour]

/** Hair without pigment: a little yellow. */
const WHITE = hexColour('#c9c5bd')

/** What colours give up of their saturation: warm lamps from behind put it back, and more would make brown hair glow. */
const SUBDUED = 0.2

const subdued = (hex: string): Colour => {
  const colour = hexColour(hex)
  const grey = luminanceOf(colour)
  return mixColours(colour, [grey, grey, grey], SUBDUED)
}

type LockToDye = {
  readonly root: Vec3
  /** How much of the root's dark shows, [0, 1]. */
  readonly rootShade: number
  readonly dice: () => number
}

/** The colours of one lock. Grey comes lock by lock, and first at the temples. */
export function dyeLock(recipe: HairRecipe, { root, rootShade, dice }: LockToDye): LockColours {
  const [dark, middle, light] = [subdued(recipe.root), subdued(recipe.middle), subdued(recipe.tip)]
  const warm = 0.25 * dice()
  const grey = greyness(recipe.grey, root, dice())
  return [
    mixColours(mixColours(middle, dark, (1 - warm) * rootShade), WHITE, grey),
    mixColours(mixColours(middle, dark, 1.4 * warm), WHITE, grey),
    mixColours(mixColours(light, middle, 2 * warm), WHITE, grey),
  ]
}

/** What the scalp's layer has under locks of these colours. */
export function dyeScalp(recipe: HairRecipe): Colour {
  const colour = mixColours(subdued(recipe.root), subdued(recipe.middle), 0.65)
  return mixColours(colour, WHITE, 0.95 * pow(recipe.grey, 1.2))
}

function greyness(share: number, [x, y]: Vec3, chance: number): number {
  if (share === 0) return 0
  const temple = smoothstep(4, 6.5, Math.abs(x)) * (1 - smoothstep(4, 9, y))
  // White outshines the colour beside it, so that a little goes a long way.
  return pow(clamp(share * (1.15 + 0.5 * temple) - 0.35 * chance * (1 - share) * (1.4 - temple)), 1.5)
}
