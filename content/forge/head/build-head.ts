import { marchInward } from '../kit/project.ts'
import { skinShapes } from '../shapes/skin-shapes.ts'
import type { HeadLandmarks, HeadPart, HeadParts } from './parts.ts'
import type { HeadRecipe } from './recipe.ts'
import { buildSkin, type HeadSkin } from './skin.ts'

/** Makes all parts of a head from its recipe: the same recipe gives the same numbers on every machine. */
export async function buildHead(recipe: HeadRecipe): Promise<HeadParts> {
  const skin = buildSkin(recipe)
  const head: HeadPart = {
    name: 'head',
    material: 'skin',
    carrier: 'neckBlend',
    mesh: skin.mesh,
    morphs: skinShapes(skin),
  }
  return {
    parts: [head],
    materials: [{ name: 'skin', roughness: 0.5 }],
    textures: new Map(),
    landmarks: landmarksOf(skin),
  }
}

function landmarksOf({ recipe: { eye, mouth }, field }: HeadSkin): HeadLandmarks {
  return {
    eyes: { left: [eye.x, eye.y, eye.z], right: [-eye.x, eye.y, eye.z] },
    crown: marchInward(field.bare, [0, -3, 0], [0, 1, 0], 24),
    chin: marchInward(field.bare, [0, -6, 6.5], [0, -1, 0], 6),
    lipLine: marchInward(field.skin, [0, mouth.y, 0], [0, 0, 1], 14),
  }
}
