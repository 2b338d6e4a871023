import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { compareModels } from './compare-models.ts'
import { createModelIo } from './export/model-io.ts'
import { forgeAvatar } from './forge.ts'
import { type AvatarRecipe, parseRecipe } from './recipe.ts'

const FOLDER = new URL('../avatars/milla/', import.meta.url)
const io = await createModelIo()
const parsed = parseRecipe(JSON.parse(await readFile(new URL('recipe.json', FOLDER), 'utf8')))
const { recipe } = parsed as { recipe: AvatarRecipe }

test('another seed makes other hair', async () => {
  const { model } = await forgeAvatar({ ...recipe, seed: recipe.seed + 1 })
  const committed = await io.readBinary(new Uint8Array(await readFile(new URL('model.glb', FOLDER))))
  const differences = compareModels(await io.readBinary(model), committed, 1e-6)
  expect(differences.some((line) => line.startsWith('hair '))).toBe(true)
  expect(differences.some((line) => line.startsWith('sweater '))).toBe(false)
})
