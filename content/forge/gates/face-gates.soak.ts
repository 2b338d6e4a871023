import { expect, test } from 'vitest'
import { headRecipeOf } from '../head-recipe.ts'
import { randomRecipe } from '../random-recipe.ts'
import { buildFace } from './built-face.ts'
import { faceFindings } from './face-gates.ts'
import { findingLine } from './finding.ts'

test.each(Array.from({ length: 50 }, (_, i) => i))('the face of random person %i passes every gate', (index) => {
  expect(faceFindings(buildFace(headRecipeOf(randomRecipe(7, index)))).map(findingLine)).toEqual([])
})
