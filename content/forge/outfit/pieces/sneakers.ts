import { type CharacterPart, NO_MORPHS } from '../../character.ts'
import { type Colour, hexColour, shade, vertexColour } from '../../kit/colour.ts'
import { appendMesh, computeNormals, createMesh, type Mesh, mirrorMesh } from '../../kit/mesh.ts'
import { smoothstep } from '../../kit/scalar.ts'
import type { Vec3 } from '../../kit/vec3.ts'
import { addInfluence, finishInfluences, type Influences } from '../../weights/influences.ts'
import type { GarmentRegion } from '../garment.ts'
import { createShoe } from '../shoes.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

type ShoeColours = { readonly canvas: Colour; readonly lining: Colour }

/** Plain low sneakers; the accent lines their collars. */
export const wearSneakers: MakePiece = async ({ colour, accent = colour }) => ({
  ...PLAIN,
  parts: [shoePair({ canvas: hexColour(colour), lining: hexColour(accent) })],
  materials: [{ name: 'shoe', roughness: 0.6 }],
  hides: ([, y]) => y < HIDDEN_BELOW,
})

/** Feet are out of sight well below the collar. Centimetres. */
const HIDDEN_BELOW = 6.6

const RUBBER = hexColour('#e3e4e8')

function shoePair(colours: ShoeColours): CharacterPart {
  const { mesh, regions } = createShoe()
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const colors = mesh.positions.map((_, v) => {
    const shadow = regions[v] === 'sole' || regions[v] === 'lace' ? 0 : 0.2 * smoothstep(-0.2, 0.8, -normals[v]![1])
    return vertexColour(shade(shoeColour(regions[v]!, colours), 1 - shadow))
  })
  const left: Mesh = { ...mesh, colors }
  const pair = createMesh()
  appendMesh(pair, left)
  appendMesh(pair, mirrorMesh(left))
  return {
    name: 'shoes',
    material: 'shoe',
    mesh: pair,
    influences: pair.positions.map(footInfluences),
    morphs: NO_MORPHS,
  }
}

function shoeColour(region: GarmentRegion, { canvas, lining }: ShoeColours): Colour {
  switch (region) {
    case 'sole':
    case 'cap':
    case 'lace':
      return RUBBER
    case 'seam':
      return shade(canvas, 0.6)
    case 'inside':
      return shade(lining, 0.5)
    case 'collar':
      return shade(lining, 0.9)
    default:
      return canvas
  }
}

/** The toes bend, the heel goes with the foot, and the collar gives half-way with the ankle. */
function footInfluences([x, y, z]: Vec3): Influences {
  const side = x > 0 ? 'left' : 'right'
  const toes = smoothstep(7.2, 11, z)
  const ankle = 0.6 * smoothstep(6.5, 10.5, y) * (1 - toes)
  const influences: Influences = new Map()
  addInfluence(influences, `${side}Toes`, toes)
  addInfluence(influences, `${side}FootHalf`, ankle)
  addInfluence(influences, `${side}Foot`, 1 - toes - ankle)
  return finishInfluences(influences)
}
