import { hexColour, shade } from '../../kit/colour.ts'
import { DRESS, DRESS_NEEDLEWORK, DRESS_SLEEVE } from '../cuts/dress-cut.ts'
import { hidesUnder } from '../hides-under.ts'
import { outlineOf } from '../outline.ts'
import { clothOf } from '../sew-top.ts'
import { tailor } from '../tailor.ts'
import { WEAVES } from '../top-picture.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** Skin below the bust is certainly under the dress, down to this far above its hem. Heights, centimetres. */
const UNDER_DRESS = { top: 120, bottom: 60 } as const
/** Arms that hang are beyond this. */
const TRUNK = 20

/** A dress with a sash of the accent. */
export const wearDress: MakePiece = async ({ colour, accent }) => {
  const cloth = hexColour(colour)
  const sash = accent ? hexColour(accent) : shade(cloth, 0.72)
  const hidesBodice = hidesUnder({ cloth: clothOf(DRESS), neckline: DRESS.neckline, hem: 98, cuff: DRESS_SLEEVE })
  return {
    ...PLAIN,
    ...(await tailor(DRESS, {
      material: 'clothDress',
      colour,
      dye: ({ region }) => (region === 'trim' ? sash : cloth),
      weave: WEAVES.jersey,
      needlework: DRESS_NEEDLEWORK,
    })),
    outline: outlineOf(DRESS),
    hides: (p) => hidesBodice(p) || (p[1] < UNDER_DRESS.top && p[1] > UNDER_DRESS.bottom && Math.abs(p[0]) < TRUNK),
  }
}
