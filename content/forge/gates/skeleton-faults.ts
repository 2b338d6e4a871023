import { BONE_PARENTS, BONES } from '../../../engine/rig/bones.ts'
import type { Character } from '../character.ts'

/** A skeleton that is not the humanoid standard's, or not in the order in which models are written. */
export function skeletonFaults({ joints }: Character): string[] {
  const seen = new Map<string, string | undefined>()
  const faults: string[] = []
  for (const { name, parent, position } of joints) {
    if (seen.has(name)) faults.push(`Joint ${name} is there twice.`)
    if (parent !== undefined && !seen.has(parent)) faults.push(`Joint ${name} comes before its parent ${parent}.`)
    if (!position.every(Number.isFinite)) faults.push(`Joint ${name} stands at ${position.join(', ')}.`)
    seen.set(name, parent)
  }
  BONES.forEach((bone, i) => {
    const parent = BONES[BONE_PARENTS[i]!]
    if (!seen.has(bone)) faults.push(`Bone ${bone} is missing.`)
    else if (seen.get(bone) !== parent) faults.push(`Bone ${bone} hangs from ${seen.get(bone)}, not from ${parent}.`)
  })
  return faults
}
