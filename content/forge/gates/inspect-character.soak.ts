import { expect, test } from 'vitest'
import { forgeAvatar } from '../forge.ts'
import { makeCharacter } from '../make-character.ts'
import { randomRecipe } from '../random-recipe.ts'
import { inspectCharacter } from './inspect-character.ts'
import { validatorFaults } from './test-validate.ts'

/** What a page has to fetch for one person. */
const MOST_BYTES = 6e6

test.each(Array.from({ length: 50 }, (_, index) => index))(
  'random person %i is sound, and so is the model',
  async (index) => {
    const recipe = randomRecipe(7, index)
    const character = await makeCharacter(recipe)
    expect([...inspectCharacter(character), ...(await validatorFaults(character))]).toEqual([])
    expect((await forgeAvatar(recipe)).model.length).toBeLessThan(MOST_BYTES)
  },
)
