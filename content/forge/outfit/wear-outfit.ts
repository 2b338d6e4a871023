import { type CharacterPart, NO_MORPHS } from '../character.ts'
import { type Colour, hexColour, mixColours, shade, vertexColour } from '../kit/colour.ts'
import { appendMesh, computeNormals, createMesh, type Mesh, mirrorMesh } from '../kit/mesh.ts'
import { occlusionAt } from '../kit/occlusion.ts'
import { gauss, hypot2, smoothstep } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { bodyInfluences } from '../weights/body-weights.ts'
import { addInfluence, finishInfluences, type Influences, smoothInfluences } from '../weights/influences.ts'
import { NECKLINE } from './bodice.ts'
import { drawDenim, UNITS_PER_TILE } from './denim.ts'
import type { Garment, GarmentRegion } from './garment.ts'
import { drawKnit, STITCHES_PER_TILE } from './knit.ts'
import { clothMaterials } from './materials.ts'
import { createShoe } from './shoes.ts'
import { createSweater } from './sweater.ts'
import { HEM, sweaterField } from './sweater-field.ts'
import { createTrousers } from './trousers.ts'
import { trousersField } from './trousers-field.ts'
import { sewWeave } from './weave.ts'
import type { Worn } from './worn.ts'

/** Distances cloth looks for occlusion. Centimetres. */
const TAPS = [1, 2.2, 4] as const

type ClothColours = { readonly sweater: Colour; readonly denim: Colour; readonly shoe: Colour }

/** Dresses the figure in an outfit. */
export async function wearOutfit({ top, bottom, shoes }: AvatarRecipe['outfit']): Promise<Worn> {
  const trousers = bottom?.colour ?? top.colour
  const colours = { sweater: hexColour(top.colour), denim: hexColour(trousers), shoe: hexColour(shoes.colour) }
  return {
    parts: clothes(colours),
    materials: clothMaterials({ sweater: top.colour, trousers }),
    textures: new Map([
      ['knit', await drawKnit()],
      ['denim', await drawDenim()],
    ]),
    hides: isUnderSweater,
    joints: [],
    springs: [],
  }
}

/** Skin this far inside the cloth, and not near the opening that one can look into, is left out. Centimetres. */
const HIDDEN_DEPTH = 0.45
const OPENING_MARGIN = 1.08

function isUnderSweater([x, y, z]: Vec3): boolean {
  const depth = (z - NECKLINE.centre) / (z > NECKLINE.centre ? NECKLINE.front : NECKLINE.back)
  const isOutside = hypot2(x / NECKLINE.halfWidth, depth) > OPENING_MARGIN
  return y < 134 && isOutside && sweaterField(x, y, z) < -HIDDEN_DEPTH
}

function clothes(colours: ClothColours): CharacterPart[] {
  return [
    clothe({
      name: 'sweater',
      material: 'cloth',
      garment: createSweater(),
      field: sweaterField,
      dye: (_, region) => knit(colours.sweater, region),
      stitchesPerTile: STITCHES_PER_TILE,
    }),
    clothe({
      name: 'trousers',
      material: 'trousers',
      garment: createTrousers(),
      field: trousersField,
      dye: (p, region) => denim(colours.denim, p, region),
      stitchesPerTile: UNITS_PER_TILE,
    }),
    shoePair(colours),
  ]
}

type Cloth = {
  readonly name: string
  readonly material: string
  readonly garment: Garment
  /** Distance to the cloth, for its occlusion. */
  readonly field: Sdf
  readonly dye: (p: Vec3, region: GarmentRegion) => Colour
  readonly stitchesPerTile: number
}

/** Dyes and weighs a garment as a whole, then parts it where its weave does. */
function clothe({ name, material, garment, field, dye, stitchesPerTile }: Cloth): CharacterPart {
  const { mesh, threads, gridNeighbours } = garment
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const colours = mesh.positions.map((p, v) => {
    const { region, shade: groove } = threads[v]!
    const pit = region === 'inside' ? 0.55 : 0.3 * occlusionAt(field, p, normals[v]!, TAPS)
    return vertexColour(shade(dye(p, region), groove * (1 - pit)))
  })
  const raw = mesh.positions.map(bodyInfluences)
  const influences = smoothInfluences(raw, gridNeighbours, { iterations: 5, share: () => 1 }).map(finishInfluences)
  const { mesh: sewn, origin } = sewWeave(garment, stitchesPerTile)
  return {
    name,
    material,
    mesh: { ...sewn, colors: origin.map((v) => colours[v]!) },
    influences: origin.map((v) => influences[v]!),
    morphs: NO_MORPHS,
  }
}

const knit = (colour: Colour, region: GarmentRegion): Colour => (region === 'rib' ? shade(colour, 0.88) : colour)

/** Worn denim: paler down the front of the thighs and at the knees, paler still inside the turn-up. */
function denim(colour: Colour, [, y, z]: Vec3, region: GarmentRegion): Colour {
  const pale = hexColour('#8195b8')
  if (region === 'rib') return mixColours(colour, pale, 0.42)
  const front = smoothstep(-2, 6, z)
  const worn = mixColours(colour, pale, front * (0.2 * gauss(y - 70, 16) + 0.13 * gauss(y - 47, 6)))
  // The sweater hangs over the waist and keeps light from below its hem.
  return shade(worn, 1 - 0.5 * smoothstep(HEM - 3.5, HEM + 0.2, y))
}

const RUBBER = hexColour('#e3e4e8')

function shoePair({ sweater: accent, shoe: canvas }: ClothColours): CharacterPart {
  const { mesh, regions } = createShoe()
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const colors = mesh.positions.map((_, v) => {
    const shadow = regions[v] === 'sole' || regions[v] === 'lace' ? 0 : 0.2 * smoothstep(-0.2, 0.8, -normals[v]![1])
    return vertexColour(shade(shoeColour(regions[v]!, { accent, canvas }), 1 - shadow))
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

function shoeColour(region: GarmentRegion, { accent, canvas }: { accent: Colour; canvas: Colour }): Colour {
  switch (region) {
    case 'sole':
    case 'cap':
    case 'lace':
      return RUBBER
    case 'seam':
      return shade(canvas, 0.6)
    case 'inside':
      return shade(accent, 0.5)
    case 'collar':
      return shade(accent, 0.9)
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
