import { forearmRim, growArm, upperBodyField } from '../body/arm.ts'
import { limbColour } from '../body/paint-limb.ts'
import { type CharacterPart, NO_MORPHS } from '../character.ts'
import { mixColours, vertexColour } from '../kit/colour.ts'
import { computeNormals, type Mesh, mirrorMesh } from '../kit/mesh.ts'
import type { Morph } from '../kit/morph.ts'
import { quadNeighboursOf } from '../kit/quad-neighbours.ts'
import { mirrorX, scale, type Vec3 } from '../kit/vec3.ts'
import type { SkinTones } from '../paint/skin-tones.ts'
import { HAND_SCALE, TRUNK_JOINTS } from '../skeleton/measures.ts'
import { handToWorld } from '../skeleton/skeleton.ts'
import { bodyInfluences } from '../weights/body-weights.ts'
import { finishInfluences, type Influences, renameInfluences, smoothInfluences } from '../weights/influences.ts'
import { paintHand } from './colours.ts'
import { createCurls } from './curls.ts'
import type { HandShape } from './hand.ts'
import { createNails, type Nails } from './nails.ts'
import { weighHand } from './weights.ts'

/** Both arms: hands with their nails in the character's place, and the skin from there to the shoulder. */
export function createArmParts(hand: HandShape, tones: SkinTones): CharacterPart[] {
  const { mesh: skin, influences } = createArm(hand, tones)
  const nails = createNails(hand)
  const plates: Mesh = {
    positions: nails.mesh.positions.map(handToWorld),
    triangles: nails.mesh.triangles,
    colors: nailColours(nails, tones).map((colour) => vertexColour(colour)),
  }
  const morphs = new Map([...createCurls(hand)].map(([name, morph]) => [name, scaledMorph(morph)]))
  return (['left', 'right'] as const).flatMap((side): CharacterPart[] => {
    const isLeft = side === 'left'
    const rename = (joint: string) => (TRUNK.has(joint) ? joint : `${side}${joint}`)
    return [
      {
        name: `${side}Arm`,
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

/** The left arm and hand in one skin; the hand's vertices come first. */
function createArm(hand: HandShape, tones: SkinTones): { mesh: Mesh; influences: Influences[] } {
  const mesh: Mesh = { positions: hand.mesh.positions.map(handToWorld), triangles: hand.mesh.triangles.slice() }
  const handCount = mesh.positions.length
  growArm(mesh, forearmRim(hand))
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const onArm = (p: Vec3, i: number) => limbColour(p, normals[handCount + i]!, upperBodyField, tones)
  const colours = [...paintHand(hand, tones), ...mesh.positions.slice(handCount).map(onArm)]
  const neighbours = quadNeighboursOf(mesh.positions.length, mesh.triangles)
  const raw = [...weighHand(hand), ...mesh.positions.slice(handCount).map(armInfluences)]
  const influences = smoothInfluences(raw, neighbours, { iterations: 4, share: (v) => (v < handCount ? 0 : 1) })
  return {
    mesh: { ...mesh, colors: colours.map((colour) => vertexColour(colour)) },
    influences: influences.map(finishInfluences),
  }
}

/** Joints that belong to neither side. */
const TRUNK: ReadonlySet<string> = new Set(Object.keys(TRUNK_JOINTS))

/** Names without a side, as the hand's are. */
const armInfluences = (p: Vec3): Influences =>
  renameInfluences(bodyInfluences(p), (joint) => joint.replace(/^left/, ''))

const nailColours = ({ whiteness }: Nails, { nail, nailEdge }: SkinTones) =>
  whiteness.map((white) => mixColours(nail, nailEdge, white))

const scaledMorph = ({ indices, deltas }: Morph): Morph => ({
  indices,
  deltas: deltas.map((d) => scale(d, HAND_SCALE)),
})

const mirrorMorph = ({ indices, deltas }: Morph): Morph => ({ indices, deltas: deltas.map(mirrorX) })

const capitalized = (name: string): string => name[0]!.toUpperCase() + name.slice(1)
