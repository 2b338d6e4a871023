import { type Colour, hexColour, mixColours, shade } from '../../kit/colour.ts'
import { gauss, smoothstep } from '../../kit/scalar.ts'
import type { Vec3 } from '../../kit/vec3.ts'
import { clothe } from '../clothe.ts'
import { drawDenim, UNITS_PER_TILE } from '../denim.ts'
import type { GarmentRegion } from '../garment.ts'
import { clothMaterial } from '../materials.ts'
import { HEM } from '../sweater-field.ts'
import { createTrousers } from '../trousers.ts'
import { trousersField } from '../trousers-field.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** Jeans with turn-ups. */
export const wearTrousers: MakePiece = async ({ colour }) => {
  const dye = hexColour(colour)
  return {
    ...PLAIN,
    parts: [
      clothe({
        name: 'trousers',
        material: 'clothDenim',
        garment: createTrousers(),
        field: trousersField,
        dye: (p, { region }) => denim(dye, p, region),
        stitchesPerTile: UNITS_PER_TILE,
      }),
    ],
    materials: [{ ...clothMaterial('clothDenim', colour), colourTexture: 'denim' }],
    textures: new Map([['denim', await drawDenim()]]),
  }
}

/** Worn denim: paler down the front of the thighs and at the knees, paler still inside the turn-up. */
function denim(colour: Colour, [, y, z]: Vec3, region: GarmentRegion): Colour {
  const pale = hexColour('#8195b8')
  if (region === 'rib') return mixColours(colour, pale, 0.42)
  const front = smoothstep(-2, 6, z)
  const worn = mixColours(colour, pale, front * (0.2 * gauss(y - 70, 16) + 0.13 * gauss(y - 47, 6)))
  // The top hangs over the waist and keeps light from below its hem.
  return shade(worn, 1 - 0.5 * smoothstep(HEM - 3.5, HEM + 0.2, y))
}
