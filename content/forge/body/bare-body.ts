import { type CharacterPart, NO_MORPHS } from '../character.ts'
import type { HandShape } from '../hand/hand.ts'
import { createArmParts } from '../hand/parts.ts'
import { vertexColour } from '../kit/colour.ts'
import { computeNormals } from '../kit/mesh.ts'
import { quadNeighboursOf } from '../kit/quad-neighbours.ts'
import type { SkinTones } from '../paint/skin-tones.ts'
import { bodyInfluences } from '../weights/body-weights.ts'
import { finishInfluences, smoothInfluences } from '../weights/influences.ts'
import { createLowerBody, lowerBodyField } from './lower-body.ts'
import { limbColour } from './paint-limb.ts'

/** All skin of the body but head, neck and upper chest, which come with the head; nothing hidden yet. */
export const bareBodyParts = (hand: HandShape, tones: SkinTones): CharacterPart[] => [
  ...createArmParts(hand, tones),
  lowerBodyPart(tones),
]

function lowerBodyPart(tones: SkinTones): CharacterPart {
  const mesh = createLowerBody()
  const { positions, triangles } = mesh
  const normals = computeNormals(positions, triangles)
  const raw = positions.map((p) => bodyInfluences(p))
  const neighbours = quadNeighboursOf(positions.length, triangles)
  return {
    name: 'body',
    material: 'skin2',
    mesh: { ...mesh, colors: positions.map((p, v) => vertexColour(limbColour(p, normals[v]!, lowerBodyField, tones))) },
    influences: smoothInfluences(raw, neighbours, { iterations: 4, share: () => 1 }).map(finishInfluences),
    morphs: NO_MORPHS,
  }
}
