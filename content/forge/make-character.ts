import { assembleCharacter } from './assemble.ts'
import type { Character } from './character.ts'
import { levelOf } from './export/levels/level-of.ts'
import type { AvatarRecipe } from './recipe.ts'

/** The character that the forge writes: assembled, and held to the triangles that anybody may have. */
export const makeCharacter = async (recipe: AvatarRecipe): Promise<Character> =>
  levelOf(await assembleCharacter(recipe), 'full')
