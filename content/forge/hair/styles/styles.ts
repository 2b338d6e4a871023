import type { HairRecipe } from '../../head/recipe.ts'
import type { HairStyle } from '../style.ts'
import { BOB } from './bob.ts'
import { BUN } from './bun.ts'
import { COILY } from './coily.ts'
import { CROP } from './crop.ts'
import { CURLY } from './curly.ts'
import { LONG } from './long.ts'
import { PONYTAIL } from './ponytail.ts'

/** Every style of hair; who is bald has none. */
export const HAIR_STYLES: Readonly<Record<HairRecipe['style'], HairStyle | undefined>> = {
  bob: BOB,
  long: LONG,
  bun: BUN,
  ponytail: PONYTAIL,
  crop: CROP,
  curly: CURLY,
  coily: COILY,
  bald: undefined,
}
