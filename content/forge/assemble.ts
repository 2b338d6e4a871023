import { bodyMaterials } from './body/materials.ts'
import { createBodyParts } from './body/parts.ts'
import type { Character } from './character.ts'
import { createHand } from './hand/hand.ts'
import { createHandParts } from './hand/parts.ts'
import { hexColour } from './kit/colour.ts'
import { createSkeleton } from './skeleton/skeleton.ts'

/** Makes every part of a character. */
export async function assembleCharacter(): Promise<Character> {
  const hand = createHand()
  const joints = createSkeleton([...hand.fingers, hand.thumb])
  return {
    joints,
    parts: [
      ...createBodyParts(),
      ...createHandParts(hand, { skin: hexColour('#f2c9b0'), blush: hexColour('#e2826f') }),
    ],
    materials: bodyMaterials(),
    textures: new Map(),
    landmarks: { crown: [0, 161.8, -1.4], eyes: [0, 150, 8], chin: [0, 140.5, 8.5], mouth: [0, 144.25, 9.1] },
  }
}
