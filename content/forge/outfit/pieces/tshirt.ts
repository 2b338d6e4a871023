import { hexColour, shade } from '../../kit/colour.ts'
import { TSHIRT, TSHIRT_HEM, TSHIRT_NEEDLEWORK, TSHIRT_SLEEVE } from '../cuts/tshirt-cut.ts'
import { coversBelow, hidesUnder } from '../hides-under.ts'
import { outlineOf } from '../outline.ts'
import { clothOf } from '../sew-top.ts'
import { tailor } from '../tailor.ts'
import { WEAVES } from '../top-picture.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** A T-shirt with a ribbed crew neck, of the accent if there is one. */
export const wearTshirt: MakePiece = async ({ colour, accent }) => {
  const jersey = hexColour(colour)
  const rib = accent ? hexColour(accent) : shade(jersey, 0.93)
  const opening = { cloth: clothOf(TSHIRT), neckline: TSHIRT.neckline, hem: TSHIRT_HEM, cuff: TSHIRT_SLEEVE }
  return {
    ...PLAIN,
    ...(await tailor(TSHIRT, {
      material: 'clothTshirt',
      colour,
      dye: ({ region }) => (region === 'rib' ? rib : jersey),
      weave: WEAVES.jersey,
      needlework: TSHIRT_NEEDLEWORK,
    })),
    outline: outlineOf(TSHIRT),
    hides: hidesUnder(opening),
    covers: coversBelow(opening),
  }
}
