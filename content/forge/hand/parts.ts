import { type CharacterPart, NO_MORPHS } from '../character.ts'
import { mixColours, vertexColour } from '../kit/colour.ts'
import { type Mesh, mirrorMesh } from '../kit/mesh.ts'
import type { Morph } from '../kit/morph.ts'
import { mirrorX, scale } from '../kit/vec3.ts'
import type { SkinTones } from '../paint/skin-tones.ts'
import { HAND_SCALE } from '../skeleton/measures.ts'
import { handToWorld } from '../skeleton/skeleton.ts'
import { renameInfluences } from '../weights/influences.ts'
import { paintHand } from './colours.ts'
import { createCurls } from './curls.ts'
import type { HandShape } from './hand.ts'
import { createNails, type Nails } from './nails.ts'
import { weighHand } from './weights.ts'

/** Both hands with their nails, in the character's place. */
export function createHandParts(hand: HandShape, tones: SkinTones): CharacterPart[] {
  const skin: Mesh = {
    positions: hand.mesh.positions.map(handToWorld),
    triangles: hand.mesh.triangles,
    colors: paintHand(hand, tones).map((colour) => vertexColour(colour)),
  }
  const nails = createNails(hand)
  const plates: Mesh = {
    positions: nails.mesh.positions.map(handToWorld),
    triangles: nails.mesh.triangles,
    colors: nailColours(nails, tones).map((colour) => vertexColour(colour)),
  }
  const influences = weighHand(hand)
  const morphs = new Map([...createCurls(hand)].map(([name, morph]) => [name, scaledMorph(morph)]))
  return (['left', 'right'] as const).flatMap((side): CharacterPart[] => {
    const isLeft = side === 'left'
    const rename = (joint: string) => `${side}${joint}`
    return [
      {
        name: `${side}Hand`,
        material: 'skin2',
        mesh: isLeft ? skin : mirrorMesh(skin),
        influences: influences.map((shares) => renameInfluences(shares, rename)),
        morphs: new Map(
          [...morphs].map(([name, morph]) => [rename(capitalized(name)), isLeft ? morph : mirrorMorph(morph)]),
        ),
      },
      {
        name: `${side}Nails`,
        material: 'nail',
        mesh: isLeft ? plates : mirrorMesh(plates),
        influences: nails.joints.map((joint) => new Map([[rename(joint), 1]])),
        morphs: NO_MORPHS,
      },
    ]
  })
}

const nailColours = ({ whiteness }: Nails, { nail, nailEdge }: SkinTones) =>
  whiteness.map((white) => mixColours(nail, nailEdge, white))

const scaledMorph = ({ indices, deltas }: Morph): Morph => ({
  indices,
  deltas: deltas.map((d) => scale(d, HAND_SCALE)),
})

const mirrorMorph = ({ indices, deltas }: Morph): Morph => ({ indices, deltas: deltas.map(mirrorX) })

const capitalized = (name: string): string => name[0]!.toUpperCase() + name.slice(1)
