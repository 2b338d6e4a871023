import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Document } from '@gltf-transform/core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { compareModels } from './compare-models.ts'
import { createModelIo } from './export/model-io.ts'
import { forgeAvatar } from './forge.ts'
import { type AvatarRecipe, parseRecipe } from './recipe.ts'

const AVATARS = new URL('../avatars/', import.meta.url)
const io = await createModelIo()

test.each(readdirSync(AVATARS))(
  'the committed model of %s is what its recipe makes',
  async (name) => {
    const read = (file: string) => readFile(new URL(`${name}/${file}`, AVATARS))
    const { recipe } = parseRecipe(JSON.parse((await read('recipe.json')).toString())) as { recipe: AvatarRecipe }
    const committed = await io.readBinary(new Uint8Array(await read('model.glb')))
    const { model, rig } = await forgeAvatar(recipe)
    const rebuilt = await io.readBinary(model)
    expect(compareModels(rebuilt, committed, 1e-6)).toEqual([])
    expect(compareModels(committed, rebuilt, 1e-6)).toEqual([])
    expect(await pixelsOf(rebuilt)).toEqual(await pixelsOf(committed))
    expect(rig).toBe((await read('rig.json')).toString())
  },
  120_000,
)

/** Decoded pictures by name; bytes of a file may differ where pixels do not. */
async function pixelsOf(document: Document): Promise<Map<string, string>> {
  const pictures = document.getRoot().listTextures()
  const hashes = pictures.map(async (texture) => {
    const raw = await sharp(texture.getImage()!).raw().toBuffer()
    return [texture.getName(), createHash('sha256').update(raw).digest('hex')] as const
  })
  return new Map(await Promise.all(hashes))
}
