import { rigSchema } from '../../engine/rig/rig.ts'

import type { Character } from './character.ts'
import { compressModel } from './export/compress.ts'
import { countTriangles, LEVELS, type Level, levelOf } from './export/levels/level-of.ts'
import { createModelIo } from './export/model-io.ts'
import { rigOf } from './export/rig-of.ts'
import { writeVrm } from './export/vrm/write-vrm.ts'
import { writeModel } from './export/write-model.ts'
import { makeCharacter } from './make-character.ts'
import type { AvatarRecipe } from './recipe.ts'

/** The licence of every avatar that the forge makes; its text is `licence.txt`. */
const LICENCE = 'CC0-1.0'

/** A glTF binary. */
export type ForgedModel = { readonly model: Uint8Array; readonly triangles: number }

export type ForgedAvatar = ForgedModel & {
  /** `rig.json`. It fits the levels too: they have the same joints and shapes. */
  readonly rig: string
  /** VRM 1.0. Where it was asked for. */
  readonly vrm?: Uint8Array
  /** The same with fewer triangles. Where they were asked for. */
  readonly levels: ReadonlyMap<Level, ForgedModel>
}

export type ForgeChoices = { readonly withVrm?: boolean; readonly withLevels?: boolean }

/** Makes an avatar's files from its recipe. Nothing is read or written. */
export const forgeAvatar = async (recipe: AvatarRecipe, choices?: ForgeChoices): Promise<ForgedAvatar> =>
  packAvatar(await makeCharacter(recipe), recipe, choices)

/** Makes files of a character that a recipe has made. */
export async function packAvatar(
  character: Character,
  recipe: AvatarRecipe,
  { withVrm = false, withLevels = false }: ForgeChoices = {},
): Promise<ForgedAvatar> {
  const io = await createModelIo()
  const pack = async (packed: Character): Promise<ForgedModel> => {
    const document = writeModel(packed)
    await compressModel(document)
    return { model: await io.writeBinary(document), triangles: countTriangles(packed.parts) }
  }
  const levels = new Map<Level, ForgedModel>()
  if (withLevels) for (const level of LEVELS) levels.set(level, await pack(await levelOf(character, level)))
  const rig = rigSchema.parse(rigOf(character, { name: recipe.name, licence: LICENCE }))
  return {
    ...(await pack(character)),
    rig: `${JSON.stringify(rig, null, 2)}\n`,
    ...(withVrm ? { vrm: await writeVrm(character, recipe, io) } : {}),
    levels,
  }
}
