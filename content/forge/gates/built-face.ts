import type { FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import { ears } from '../face/ears.ts'
import { features } from '../head/build-head.ts'
import type { FaceWeights } from '../head/lip-meter.ts'
import type { HeadPart } from '../head/parts.ts'
import type { HeadRecipe } from '../head/recipe.ts'
import { buildSkin, type HeadSkin } from '../head/skin.ts'
import { morphed } from '../kit/morph.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { skinShapes } from '../shapes/skin-shapes.ts'

/** A face as gates look at it: with shapes, without paint and hair; its skin is parallel to the sites. */
export interface BuiltFace {
  readonly skin: HeadSkin
  readonly parts: readonly HeadPart[]
  readonly partNamed: (name: string) => HeadPart
  /** Positions of a part under weighted shapes. */
  readonly posed: (part: string, weights: FaceWeights) => readonly Vec3[]
}

export function buildFace(recipe: HeadRecipe): BuiltFace {
  const skin = buildSkin(recipe)
  const bare: HeadPart = {
    name: 'head',
    material: 'skin',
    carrier: 'neckBlend',
    mesh: skin.mesh,
    morphs: skinShapes(skin),
  }
  return faceOf(skin, [bare, ears(recipe), ...features(skin)])
}

/** The same face with some parts changed. */
export const withParts = ({ skin, parts }: BuiltFace, change: (part: HeadPart) => HeadPart): BuiltFace =>
  faceOf(skin, parts.map(change))

function faceOf(skin: HeadSkin, parts: readonly HeadPart[]): BuiltFace {
  const partNamed = (name: string) => parts.find((part) => part.name === name)!
  return {
    skin,
    parts,
    partNamed,
    posed(name, weights) {
      const { mesh, morphs } = partNamed(name)
      const active = Object.entries(weights).flatMap(([shape, weight]) => {
        const morph = morphs.get(shape as FaceChannelName)
        return morph ? [[morph, weight] as const] : []
      })
      return morphed(mesh.positions, active)
    },
  }
}

/** A mix of shapes as a reader writes it: "jawOpen 0.5 + mouthClose". */
export const mixName = (weights: FaceWeights): string =>
  Object.entries(weights)
    .map(([name, weight]) => (weight === 1 ? name : `${name} ${weight}`))
    .join(' + ') || 'rest'
