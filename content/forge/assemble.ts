import { applyFit } from './apply-fit.ts'
import { bareBodyParts } from './body/bare-body.ts'
import { createFit } from './body/fit.ts'
import { bodyMaterials } from './body/materials.ts'
import type { Character, CharacterPart } from './character.ts'
import { createHand } from './hand/hand.ts'
import { buildHead } from './head/build-head.ts'
import { EYE_HEIGHT } from './head/frame.ts'
import type { HeadLandmarks } from './head/parts.ts'
import { placeHeadPart } from './head-parts.ts'
import { headRecipeOf } from './head-recipe.ts'
import { mix3, type Vec3 } from './kit/vec3.ts'
import { wearOutfit } from './outfit/wear-outfit.ts'
import type { AvatarRecipe } from './recipe.ts'
import { showSkin } from './show-skin.ts'
import { BODY_COLLIDERS } from './skeleton/colliders.ts'
import { createSkeleton, type Joint } from './skeleton/skeleton.ts'

/**
 * Makes every part of a character from a recipe: the same recipe gives the same numbers on every machine.
 *
 * All of it is made on the figure as drawn, and then brought to the person's own frame.
 */
export async function assembleCharacter(recipe: AvatarRecipe): Promise<Character> {
  return applyFit(await drawCharacter(recipe), createFit(recipe))
}

async function drawCharacter(recipe: AvatarRecipe): Promise<Character> {
  const headRecipe = headRecipeOf(recipe)
  const worn = await wearOutfit(recipe.outfit)
  const head = await buildHead(headRecipe, (x, y, z) => worn.outline(x, y + EYE_HEIGHT, z))
  const hand = createHand()
  const onHead = head.parts.map((part) => placeHeadPart(part, worn.hides))
  const skin = [...onHead.filter(isSkin), ...bareBodyParts(hand, headRecipe.colours.tones)]
  return {
    joints: [...createSkeleton([...hand.fingers, hand.thumb]), ...head.joints.map(placeJoint), ...worn.joints],
    springs: [...head.springs, ...worn.springs],
    colliders: BODY_COLLIDERS,
    parts: [...onHead.filter((part) => !isSkin(part)), ...worn.parts, ...showSkin(skin, worn)].filter(isShown),
    materials: [...head.materials, ...bodyMaterials(headRecipe.colours.tones), ...worn.materials],
    textures: new Map([...head.textures, ...worn.textures]),
    landmarks: landmarksOf(head.landmarks),
  }
}

/** Clothes may leave nothing of a part. */
const isShown = ({ mesh }: CharacterPart): boolean => mesh.triangles.length > 0

/** What clothes may cover. */
const isSkin = ({ name }: CharacterPart): boolean => name === 'head'

function landmarksOf({ crown, chin, lipLine, eyes }: HeadLandmarks): Character['landmarks'] {
  return {
    crown: above(crown),
    eyes: above(mix3(eyes.left, eyes.right, 0.5)),
    chin: above(chin),
    mouth: above(lipLine),
  }
}

const placeJoint = (joint: Joint): Joint => ({ ...joint, position: above(joint.position) })
const above = ([x, y, z]: Vec3): Vec3 => [x, y + EYE_HEIGHT, z]
