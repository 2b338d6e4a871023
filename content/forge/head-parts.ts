import { NECKLINE } from './body/bodice.ts'
import { sweaterField } from './body/sweater-field.ts'
import type { CharacterPart } from './character.ts'
import { EYE_HEIGHT } from './head/frame.ts'
import type { HeadPart } from './head/parts.ts'
import { compactMesh, type Mesh } from './kit/mesh.ts'
import { remapMorph } from './kit/morph.ts'
import { hypot2 } from './kit/scalar.ts'
import type { Vec3 } from './kit/vec3.ts'
import { bodyInfluences } from './weights/body-weights.ts'
import { finishInfluences, type Influences } from './weights/influences.ts'

/** Sets a part of the head on the body: world place, weights, and no skin where the sweater hides it. */
export function placeHeadPart(part: HeadPart): CharacterPart {
  const positions = part.mesh.positions.map(([x, y, z]): Vec3 => [x, y + EYE_HEIGHT, z])
  const isSkin = part.carrier === 'neckBlend'
  const placed: Mesh = { ...part.mesh, positions }
  const shown = isSkin
    ? { ...placed, triangles: placed.triangles.filter((t) => !t.every((v) => isHidden(positions[v]!))) }
    : placed
  const { mesh, remap } = compactMesh(shown)
  return {
    name: part.name,
    material: part.material,
    mesh,
    influences: mesh.positions.map((p) => influencesOf(part, p)),
    morphs: new Map([...part.morphs].map(([name, morph]) => [name, remapMorph(morph, remap)])),
  }
}

/** Skin this far inside the cloth, and not near the opening that one can look into, is left out. Centimetres. */
const HIDDEN_DEPTH = 0.45
const OPENING_MARGIN = 1.08

function isHidden([x, y, z]: Vec3): boolean {
  const depth = (z - NECKLINE.centre) / (z > NECKLINE.centre ? NECKLINE.front : NECKLINE.back)
  const isOutside = hypot2(x / NECKLINE.halfWidth, depth) > OPENING_MARGIN
  return y < 134 && isOutside && sweaterField(x, y, z) < -HIDDEN_DEPTH
}

function influencesOf({ carrier }: HeadPart, p: Vec3): Influences {
  return carrier === 'neckBlend' ? finishInfluences(bodyInfluences(p)) : new Map([[carrier, 1]])
}
