import { accessories } from '../accessories/accessories.ts'
import { brows } from '../face/brows.ts'
import { ears } from '../face/ears.ts'
import { eyeball } from '../face/eyeball.ts'
import { lashes } from '../face/lashes.ts'
import { lidShadow } from '../face/lid-shadow.ts'
import { mouthInside } from '../face/mouth.ts'
import { beard } from '../hair/beard.ts'
import { hair } from '../hair/hair.ts'
import type { Clothes } from '../hair/scalp.ts'
import type { TextureName } from '../kit/material.ts'
import { marchInward, marchOutward } from '../kit/project.ts'
import { dressSkin } from '../paint/dress-skin.ts'
import { eyePicture } from '../paint/eye-picture.ts'
import { strandNormals, strandPicture } from '../paint/hair-strands.ts'
import { headMaterials } from '../paint/materials.ts'
import { shadingRamp } from '../paint/shading-ramp.ts'
import { eyeCentre, SIDES } from './frame.ts'
import type { HeadLandmarks, HeadPart, HeadParts } from './parts.ts'
import type { HeadRecipe } from './recipe.ts'
import { buildSkin, type HeadSkin } from './skin.ts'
import { withoutHiddenScalp } from './without-hidden-scalp.ts'

/** Nothing near. */
const UNDRESSED: Clothes = () => 1e3

/**
 * Makes all parts of a head from its recipe, its hair round what is worn below: the same recipe gives the same numbers on every machine.
 */
export async function buildHead(recipe: HeadRecipe, clothes: Clothes = UNDRESSED): Promise<HeadParts> {
  const skin = withoutHiddenScalp(buildSkin(recipe))
  const dressed = await dressSkin(skin, ears(recipe))
  const combed = hair(skin, clothes)
  const worn = accessories(skin)
  return {
    parts: [
      dressed.face,
      dressed.ears,
      ...features(skin),
      ...combed.parts.map(worn.press),
      ...beard(skin, dressed.face.morphs),
      ...worn.parts,
    ],
    joints: [...combed.joints, ...worn.joints],
    springs: [...combed.springs, ...worn.springs],
    materials: [...headMaterials(recipe.colours), ...worn.materials],
    textures: new Map<TextureName, Uint8Array>([
      ...dressed.textures,
      ['shadingRamp', await shadingRamp()],
      ['eye', await eyePicture(recipe)],
      ['hairStrands', await strandPicture(recipe.seed)],
      ['hairNormals', await strandNormals(recipe.seed)],
    ]),
    landmarks: landmarksOf(skin),
  }
}

/** What a face has beside skin and ears. */
export const features = (skin: HeadSkin): HeadPart[] => [
  ...SIDES.map((side) => eyeball(skin.recipe, side)),
  lashes(skin),
  lidShadow(skin),
  brows(skin),
  mouthInside(skin),
]

function landmarksOf({ recipe, field }: HeadSkin): HeadLandmarks {
  return {
    eyes: { left: eyeCentre(recipe, 1), right: eyeCentre(recipe, -1) },
    crown: marchInward(field.bare, [0, -3, 0], [0, 1, 0], 24),
    chin: marchOutward(field.bare, [0, recipe.jaw.chinY + 2, recipe.jaw.chinZ - 0.5], [0, -1, 0], 6),
    lipLine: marchInward(field.skin, [0, recipe.mouth.y, 0], [0, 0, 1], 14),
  }
}
