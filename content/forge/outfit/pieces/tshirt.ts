import { hexColour, shade } from '../../kit/colour.ts'
import { clothe } from '../clothe.ts'
import { TSHIRT, TSHIRT_HEM, TSHIRT_SLEEVE } from '../cuts/tshirt-cut.ts'
import { coversBelow, hidesUnder } from '../hides-under.ts'
import { clothMaterial } from '../materials.ts'
import { clothOf, sewTop } from '../sew-top.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** A T-shirt with a ribbed crew neck, of the accent if there is one. */
export const wearTshirt: MakePiece = async ({ colour, accent }) => {
  const jersey = hexColour(colour)
  const rib = accent ? hexColour(accent) : shade(jersey, 0.93)
  const cloth = clothOf(TSHIRT)
  const opening = { cloth, neckline: TSHIRT.neckline, hem: TSHIRT_HEM, cuff: TSHIRT_SLEEVE }
  return {
    ...PLAIN,
    parts: [
      clothe({
        name: 'tshirt',
        material: 'clothTshirt',
        garment: sewTop(TSHIRT),
        field: cloth,
        dye: (_, { region }) => (region === 'rib' ? rib : jersey),
        stitchesPerTile: 4,
      }),
    ],
    materials: [clothMaterial('clothTshirt', colour)],
    hides: hidesUnder(opening),
    covers: coversBelow(opening),
  }
}
