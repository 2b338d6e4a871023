import type { HeadPart } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import { jewellery } from './jewellery.ts'

/** What is worn on head and neck. */
export function accessories(skin: HeadSkin): HeadPart[] {
  const { earrings, necklace } = skin.recipe.accessories
  return earrings || necklace ? jewellery(skin) : []
}
