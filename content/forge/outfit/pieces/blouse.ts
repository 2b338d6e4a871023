import { type Colour, hexColour, shade } from '../../kit/colour.ts'
import { lerp } from '../../kit/scalar.ts'
import { BLOUSE, BLOUSE_CUFF, BLOUSE_HEM, BLOUSE_NEEDLEWORK } from '../cuts/blouse-cut.ts'
import { coversBelow, hidesUnder } from '../hides-under.ts'
import { outlineOf } from '../outline.ts'
import { clothOf } from '../sew-top.ts'
import type { Surface } from '../surface.ts'
import { tailor } from '../tailor.ts'
import { WEAVES } from '../top-picture.ts'
import { fromFront, laySheet, sewButton, type Trim } from '../trims.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** A poplin blouse; the accent is its buttons. */
export const wearBlouse: MakePiece = async ({ colour, accent }) => {
  const poplin = hexColour(colour)
  const buttons = accent ? hexColour(accent) : shade(poplin, 0.8)
  const opening = { cloth: clothOf(BLOUSE), neckline: BLOUSE.neckline, hem: BLOUSE_HEM, cuff: BLOUSE_CUFF }
  return {
    ...PLAIN,
    ...(await tailor(BLOUSE, {
      material: 'clothBlouse',
      colour,
      dye: () => poplin,
      weave: WEAVES.poplin,
      needlework: BLOUSE_NEEDLEWORK,
      trims: (surface) => buttonUp(surface, poplin, buttons),
    })),
    outline: outlineOf(BLOUSE),
    hides: hidesUnder(opening),
    covers: coversBelow(opening),
  }
}

/** The strip down the front that the buttons sit on. */
const PLACKET = { halfWidth: 1.3, bottom: BLOUSE_HEM + 0.1, top: 122.6, thickness: 0.16 } as const
const BUTTONS = 5

function buttonUp(surface: Surface, cloth: Colour, buttons: Colour): Trim[] {
  const at = fromFront(surface)
  const { halfWidth, bottom, top, thickness } = PLACKET
  const placket = laySheet({
    place: (across, up) => at(lerp(-halfWidth, halfWidth, across), lerp(bottom, top, up)),
    columns: 2,
    rows: 22,
    thickness,
    colour: cloth,
    size: [2 * halfWidth, top - bottom],
  })
  const row = Array.from({ length: BUTTONS }, (_, i) => {
    const y = lerp(bottom + 4, top - 1.8, i / (BUTTONS - 1))
    return sewButton({ spot: at(0, y), radius: 0.55, lift: thickness, colour: buttons })
  })
  return [placket, ...row]
}
