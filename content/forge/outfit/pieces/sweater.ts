import { hexColour, shade } from '../../kit/colour.ts'
import { clothe } from '../clothe.ts'
import { CUFF, HEM, SWEATER } from '../cuts/sweater-cut.ts'
import { coversBelow, hidesUnder } from '../hides-under.ts'
import { drawKnit, STITCHES_PER_TILE } from '../knit.ts'
import { clothMaterial } from '../materials.ts'
import { outlineOf } from '../outline.ts'
import { clothOf, sewTop } from '../sew-top.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** A knitted sweater with ribs at its edges. */
export const wearSweater: MakePiece = async ({ colour, accent }) => {
  const yarn = hexColour(colour)
  const rib = accent ? hexColour(accent) : shade(yarn, 0.9)
  const cloth = clothOf(SWEATER)
  const opening = { cloth, neckline: SWEATER.neckline, hem: HEM, cuff: CUFF }
  return {
    ...PLAIN,
    parts: [
      clothe({
        name: 'sweater',
        material: 'clothSweater',
        garment: sewTop(SWEATER),
        field: cloth,
        dye: (_, { region }) => (region === 'rib' ? rib : yarn),
        stitchesPerTile: STITCHES_PER_TILE,
      }),
    ],
    materials: [{ ...clothMaterial('clothSweater', colour), normalTexture: 'knit', normalScale: 0.35 }],
    textures: new Map([['knit', await drawKnit()]]),
    outline: outlineOf(SWEATER),
    hides: hidesUnder(opening),
    covers: coversBelow(opening),
  }
}
