import type { HeadPart, HeadParts } from '../head/parts.ts'
import { earrings } from './earrings.ts'
import { glasses } from './glasses.ts'
import { type Hat, hat } from './hat.ts'
import { accessoryMaterials } from './materials.ts'
import { necklace } from './necklace.ts'
import type { Wearer } from './wearer.ts'

export type Accessories = Pick<HeadParts, 'parts' | 'materials' | 'joints' | 'springs'> & Pick<Hat, 'press'>

/** What is worn on head and neck. */
export function accessories(skin: Wearer): Accessories {
  const worn = skin.recipe.accessories
  const hung = worn.earrings
    ? earrings(skin, worn.earrings.style, worn.earrings.colour)
    : { parts: [], joints: [], springs: [] }
  const covered = worn.hat ? hat(skin, worn.hat.style, worn.hat.colour) : { parts: [], press: (hair: HeadPart) => hair }
  return {
    ...hung,
    press: covered.press,
    parts: [
      ...hung.parts,
      ...covered.parts,
      ...(worn.glasses ? glasses(skin, worn.glasses.style, worn.glasses.colour) : []),
      ...(worn.necklace ? [necklace(skin, worn.necklace.style, worn.necklace.colour)] : []),
    ],
    materials: accessoryMaterials(worn),
  }
}
