import type { HeadParts } from '../head/parts.ts'
import { earrings } from './earrings.ts'
import { glasses } from './glasses.ts'
import { accessoryMaterials } from './materials.ts'
import { necklace } from './necklace.ts'
import type { Wearer } from './wearer.ts'

/** What is worn on head and neck. */
export function accessories(skin: Wearer): Pick<HeadParts, 'parts' | 'materials' | 'joints' | 'springs'> {
  const worn = skin.recipe.accessories
  const hung = worn.earrings
    ? earrings(skin, worn.earrings.style, worn.earrings.colour)
    : { parts: [], joints: [], springs: [] }
  return {
    ...hung,
    parts: [
      ...hung.parts,
      ...(worn.glasses ? glasses(skin, worn.glasses.style, worn.glasses.colour) : []),
      ...(worn.necklace ? [necklace(skin, worn.necklace.style, worn.necklace.colour)] : []),
    ],
    materials: accessoryMaterials(worn),
  }
}
