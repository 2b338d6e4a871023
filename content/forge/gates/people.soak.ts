import { describe, expect, test } from 'vitest'
import { packAvatar } from '../forge.ts'
import { headRecipeOf } from '../head-recipe.ts'
import { makeCharacter } from '../make-character.ts'
import { randomRecipe } from '../random-recipe.ts'
import { buildFace } from './built-face.ts'
import { createBreachFinder } from './cloth-over-skin.ts'
import { faceFindings } from './face-gates.ts'
import { findingLine } from './finding.ts'
import { inspectCharacter } from './inspect-character.ts'
import { GATE_POSES } from './poses.ts'
import { validatorFaults } from './test-validate.ts'

const PEOPLE = 50
/** Another crowd than the one of the daily tests. */
const SEED = 7
/** What a page has to fetch for one person. */
const MOST_BYTES = 6e6

describe.each(Array.from({ length: PEOPLE }, (_, index) => index))('random person %i', (index) => {
  const recipe = randomRecipe(SEED, index)

  test('has a face that passes every gate', () => {
    expect(faceFindings(buildFace(headRecipeOf(recipe))).map(findingLine)).toEqual([])
  })

  test('is sound, shows no skin through clothes in any pose, and fits a page', async () => {
    const character = await makeCharacter(recipe)
    expect([...inspectCharacter(character), ...(await validatorFaults(character))]).toEqual([])
    const breachesIn = createBreachFinder(character, { tolerance: 1 })
    const bare = [...GATE_POSES].filter(([, turns]) => breachesIn(turns).some(({ what }) => what === 'skin'))
    expect(bare.map(([pose]) => pose)).toEqual([])
    expect((await packAvatar(character, recipe)).model.length).toBeLessThan(MOST_BYTES)
  })
})
