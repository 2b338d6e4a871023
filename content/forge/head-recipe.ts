import { type HeadRecipe, MILLA } from './head/recipe.ts'
import { clamp } from './kit/scalar.ts'
import type { Vec3 } from './kit/vec3.ts'
import type { AvatarRecipe } from './recipe.ts'

/** Factors on the sRGB channels by which a lock darkens at its root and lightens at its tip. */
const HAIR_ROOT: Vec3 = [0.679, 0.656, 0.69]
const HAIR_TIP: Vec3 = [1.266, 1.344, 1.333]
/** The same for the rings of an iris, inside to out. */
const IRIS_INNER: Vec3 = [1.275, 1.456, 1.553]
const IRIS_OUTER: Vec3 = [0.652, 0.595, 0.632]
const IRIS_RING: Vec3 = [0.319, 0.291, 0.421]
/** How skin deepens where it folds. */
const DEEP_SKIN: Vec3 = [0.897, 0.711, 0.648]

/** The head of an avatar: drawn as Milla's, in the recipe's colours. */
export function headRecipeOf({ seed, colours }: AvatarRecipe): HeadRecipe {
  const { skin, lips, blush, hair, brows, eyes } = colours
  return {
    ...MILLA,
    seed,
    colours: {
      ...MILLA.colours,
      skin,
      deepSkin: tinted(skin, DEEP_SKIN),
      lip: lips,
      blush,
      brow: brows,
      iris: {
        inner: tinted(eyes, IRIS_INNER),
        middle: eyes,
        outer: tinted(eyes, IRIS_OUTER),
        ring: tinted(eyes, IRIS_RING),
      },
    },
    hair: { ...MILLA.hair, root: tinted(hair, HAIR_ROOT), middle: hair, tip: tinted(hair, HAIR_TIP) },
  }
}

function tinted(colour: string, factors: Vec3): string {
  const channels = factors.map((factor, i) => {
    const value = Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16) * factor
    return Math.round(clamp(value, 0, 255))
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}
