import type { CharacterPart } from './character.ts'
import { EYE_HEIGHT } from './head/frame.ts'
import type { HeadPart } from './head/parts.ts'
import { compactMesh, type Mesh } from './kit/mesh.ts'
import { remapMorph } from './kit/morph.ts'
import type { Vec3 } from './kit/vec3.ts'
import type { Worn } from './outfit/worn.ts'
import { bodyInfluences } from './weights/body-weights.ts'
import { finishInfluences, type Influences } from './weights/influences.ts'

/** Sets a part of the head on the body: world place, weights, and no skin where clothes hide it. */
export function placeHeadPart(part: HeadPart, hides: Worn['hides']): CharacterPart {
  const positions = part.mesh.positions.map(([x, y, z]): Vec3 => [x, y + EYE_HEIGHT, z])
  const isSkin = part.carrier === 'neckBlend'
  const placed: Mesh = { ...part.mesh, positions }
  const shown = isSkin
    ? { ...placed, triangles: placed.triangles.filter((t) => !t.every((v) => hides(positions[v]!))) }
    : placed
  const { mesh, remap } = compactMesh(shown)
  return {
    name: part.name,
    material: part.material,
    mesh,
    influences: part.influences ?? mesh.positions.map((p) => influencesOf(part, p)),
    morphs: new Map([...part.morphs].map(([name, morph]) => [name, remapMorph(morph, remap)])),
  }
}

function influencesOf({ carrier }: HeadPart, p: Vec3): Influences {
  return carrier === 'neckBlend' ? finishInfluences(bodyInfluences(p)) : new Map([[carrier, 1]])
}
