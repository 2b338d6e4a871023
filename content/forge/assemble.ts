import { drawDenim } from './body/denim.ts'
import { drawKnit } from './body/knit.ts'
import { bodyMaterials } from './body/materials.ts'
import { createBodyParts } from './body/parts.ts'
import type { Character, ModelSource } from './character.ts'
import { createHand } from './hand/hand.ts'
import { createHandParts } from './hand/parts.ts'
import { buildHead } from './head/build-head.ts'
import { EYE_HEIGHT } from './head/frame.ts'
import { placeHeadPart } from './head-parts.ts'
import { headRecipeOf } from './head-recipe.ts'
import { hexColour } from './kit/colour.ts'
import { mix3, type Vec3 } from './kit/vec3.ts'
import type { AvatarRecipe } from './recipe.ts'
import { createSkeleton } from './skeleton/skeleton.ts'

/** Makes every part of a character from a recipe: the same recipe gives the same numbers on every machine. */
export async function assembleCharacter(recipe: AvatarRecipe): Promise<Character> {
  const head = await buildHead(headRecipeOf(recipe))
  const body = await assembleBody(recipe)
  const { crown, chin, lipLine, eyes } = head.landmarks
  return {
    joints: body.joints,
    parts: [...head.parts.map(placeHeadPart), ...body.parts],
    materials: [...head.materials, ...body.materials],
    textures: new Map([...head.textures, ...body.textures]),
    landmarks: {
      crown: above(crown),
      eyes: above(mix3(eyes.left, eyes.right, 0.5)),
      chin: above(chin),
      mouth: above(lipLine),
    },
  }
}

/** Makes everything below the head, and the skeleton. */
export async function assembleBody({ colours }: AvatarRecipe): Promise<ModelSource> {
  const hand = createHand()
  const { skin, blush, sweater, trousers, shoes } = colours
  return {
    joints: createSkeleton([...hand.fingers, hand.thumb]),
    parts: [
      ...createBodyParts({ sweater: hexColour(sweater), denim: hexColour(trousers), shoe: hexColour(shoes) }),
      ...createHandParts(hand, { skin: hexColour(skin), blush: hexColour(blush) }),
    ],
    materials: bodyMaterials(colours),
    textures: new Map([
      ['knit', await drawKnit()],
      ['denim', await drawDenim()],
    ]),
  }
}

const above = ([x, y, z]: Vec3): Vec3 => [x, y + EYE_HEIGHT, z]
