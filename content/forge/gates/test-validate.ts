import { validateBytes } from 'gltf-validator'
import type { Character } from '../character.ts'
import { createModelIo } from '../export/model-io.ts'
import { writeModel } from '../export/write-model.ts'

/** What Khronos' validator has to say of a character's model, before it is compressed: errors and warnings. */
export async function validatorFaults(character: Character): Promise<string[]> {
  const io = await createModelIo()
  const { issues } = await validateBytes(await io.writeBinary(writeModel(character)))
  return issues.messages
    .filter(({ severity }) => severity <= 1)
    .map(({ code, message, pointer }) => `${code} at ${pointer}: ${message}`)
}
