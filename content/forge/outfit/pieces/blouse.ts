import { hexColour, shade } from '../../kit/colour.ts'
import { lerp } from '../../kit/scalar.ts'
import { clothe } from '../clothe.ts'
import { BLOUSE, BLOUSE_CUFF, BLOUSE_HEM } from '../cuts/blouse-cut.ts'
import { coversBelow, hidesUnder } from '../hides-under.ts'
import { clothMaterial } from '../materials.ts'
import { clothOf, sewTop } from '../sew-top.ts'
import { surfaceOf } from '../surface.ts'
import { fromFront, laySheet, sewButton, withTrims } from '../trims.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** The strip down the front that the buttons sit on. */
const PLACKET = { halfWidth: 1.3, bottom: BLOUSE_HEM + 0.1, top: 122.6 }
const BUTTONS = 5

/** A poplin blouse; the accent is its buttons. */
export const wearBlouse: MakePiece = async ({ colour, accent }) => {
  const poplin = hexColour(colour)
  const buttons = accent ? hexColour(accent) : shade(poplin, 0.8)
  const cloth = clothOf(BLOUSE)
  const part = clothe({
    name: 'blouse',
    material: 'clothBlouse',
    garment: sewTop(BLOUSE),
    field: cloth,
    dye: () => poplin,
    stitchesPerTile: 4,
  })
  const at = fromFront(surfaceOf(part))
  const { halfWidth, bottom, top } = PLACKET
  const placket = laySheet({
    place: (across, up) => at(lerp(-halfWidth, halfWidth, across), lerp(bottom, top, up)),
    columns: 2,
    rows: 22,
    thickness: 0.16,
    colour: poplin,
    size: [2 * halfWidth, top - bottom],
  })
  const row = Array.from({ length: BUTTONS }, (_, i) =>
    sewButton({
      spot: at(0, lerp(bottom + 4, top - 1.8, i / (BUTTONS - 1))),
      radius: 0.55,
      lift: 0.16,
      colour: buttons,
    }),
  )
  const opening = { cloth, neckline: BLOUSE.neckline, hem: BLOUSE_HEM, cuff: BLOUSE_CUFF }
  return {
    ...PLAIN,
    parts: [withTrims(part, [placket, ...row])],
    materials: [clothMaterial('clothBlouse', colour)],
    hides: hidesUnder(opening),
    covers: coversBelow(opening),
  }
}
