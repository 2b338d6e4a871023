import { formOf } from './head/form-of.ts'
import { type HeadRecipe, MILLA } from './head/recipe.ts'
import { hexChannels, hexOf } from './kit/hex.ts'
import type { Vec3 } from './kit/vec3.ts'
import { skinTones } from './paint/skin-tones.ts'
import type { AvatarRecipe } from './recipe.ts'

/** Factors on the sRGB channels by which a lock darkens at its root and lightens at its tip. */
const HAIR_ROOT: Vec3 = [0.76, 0.73, 0.73]
const HAIR_TIP: Vec3 = [1.17, 1.2, 1.2]
/** The same for the rings of an iris, inside to out. */
const IRIS_INNER: Vec3 = [1.275, 1.456, 1.553]
const IRIS_OUTER: Vec3 = [0.652, 0.595, 0.632]
const IRIS_RING: Vec3 = [0.319, 0.291, 0.421]

/** The head of an avatar: its form and colours. */
export function headRecipeOf(recipe: AvatarRecipe): HeadRecipe {
  const { seed, age, masculinity, skin, eyes, brows, hair, beard, accessories } = recipe
  return {
    ...MILLA,
    ...formOf(recipe),
    seed,
    colours: {
      ...MILLA.colours,
      tones: skinTones(recipe),
      brow: brows.colour,
      iris: {
        inner: tinted(eyes.colour, IRIS_INNER),
        middle: eyes.colour,
        outer: tinted(eyes.colour, IRIS_OUTER),
        ring: tinted(eyes.colour, IRIS_RING),
      },
    },
    complexion: { age, masculinity, freckles: skin.freckles },
    hair: {
      style: hair.style,
      length: hair.length,
      volume: hair.volume,
      grey: hair.grey,
      root: tinted(hair.colour, HAIR_ROOT),
      middle: hair.colour,
      tip: tinted(hair.colour, HAIR_TIP),
    },
    beard,
    accessories,
  }
}

const tinted = (colour: string, factors: Vec3): string =>
  hexOf(hexChannels(colour).map((channel, i) => channel * factors[i]!))
