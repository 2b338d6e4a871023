import { type CharacterPart, NO_MORPHS } from '../character.ts'
import { type Colour, hexColour, shade, vertexColour } from '../kit/colour.ts'
import { computeNormals } from '../kit/mesh.ts'
import { occlusionAt } from '../kit/occlusion.ts'
import type { Sdf } from '../kit/sdf.ts'
import { bodyInfluences } from '../weights/body-weights.ts'
import { finishInfluences, smoothInfluences } from '../weights/influences.ts'
import type { Garment } from './garment.ts'
import { createSweater } from './sweater.ts'
import { sweaterField } from './sweater-field.ts'

const TAPS = [1, 2.2, 4] as const

export function createBodyParts(): CharacterPart[] {
  const sweater = createSweater()
  return [clothe('sweater', 'cloth', sweater, sweaterField, hexColour('#7f9a94'))]
}

function clothe(name: string, material: string, garment: Garment, field: Sdf, colour: Colour): CharacterPart {
  const { mesh, regions, gridNeighbours } = garment
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const colors = mesh.positions.map((p, v) => {
    const region = regions[v]!
    const dark = region === 'inside' ? 0.45 : region === 'rib' ? 0.86 : 1
    return vertexColour(shade(colour, dark * (1 - 0.3 * occlusionAt(field, p, normals[v]!, TAPS))))
  })
  const raw = mesh.positions.map(bodyInfluences)
  const influences = smoothInfluences(raw, gridNeighbours, { iterations: 5, share: () => 1 }).map(finishInfluences)
  return { name, material, mesh: { ...mesh, colors }, influences, morphs: NO_MORPHS }
}
