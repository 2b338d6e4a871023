import { rigSchema } from '../../engine/rig/rig.ts'
import { assembleCharacter } from './assemble.ts'
import { compressModel } from './export/compress.ts'
import { createModelIo } from './export/model-io.ts'
import { rigOf } from './export/rig-of.ts'
import { writeVrm } from './export/vrm/write-vrm.ts'
import { writeModel } from './export/write-model.ts'
import type { AvatarRecipe } from './recipe.ts'

/** The licence of every avatar that the forge makes; its text is `licence.txt`. */
const LICENCE = 'CC0-1.0'

export type ForgedAvatar = {
  /** glTF binary: `model.glb`. */
  readonly model: Uint8Array
  /** `rig.json`. */
  readonly rig: string
  /** VRM 1.0: `model.vrm`. Where it was asked for. */
  readonly vrm?: Uint8Array
  readonly triangles: number
}

/** Makes an avatar's files from its recipe. Nothing is read or written. */
export async function forgeAvatar(recipe: AvatarRecipe, { withVrm = false } = {}): Promise<ForgedAvatar> {
  const character = await assembleCharacter(recipe)
  const document = writeModel(character)
  await compressModel(document)
  const io = await createModelIo()
  const rig = rigSchema.parse(rigOf(character, { name: recipe.name, licence: LICENCE }))
  return {
    model: await io.writeBinary(document),
    rig: `${JSON.stringify(rig, null, 2)}\n`,
    ...(withVrm ? { vrm: await writeVrm(character, recipe, io) } : {}),
    triangles: character.parts.reduce((sum, { mesh }) => sum + mesh.triangles.length, 0),
  }
}
