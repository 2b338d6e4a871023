import { expect, test } from 'vitest'
import { makeCharacter } from '../make-character.ts'
import { randomRecipe } from '../random-recipe.ts'
import { createBreachFinder } from './cloth-over-skin.ts'
import { GATE_POSES } from './poses.ts'

test.each(Array.from({ length: 50 }, (_, i) => i))(
  'person %i shows no skin through clothes in any pose',
  async (i) => {
    const breachesIn = createBreachFinder(await makeCharacter(randomRecipe(7, i)), { tolerance: 1 })
    for (const [pose, rotations] of GATE_POSES)
      expect({ pose, breaches: breachesIn(rotations).filter(({ what }) => what === 'skin') }).toEqual({
        pose,
        breaches: [],
      })
  },
  120_000,
)
