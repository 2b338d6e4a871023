import { hexColour, shade } from '../../kit/colour.ts'
import { clothe } from '../clothe.ts'
import { DRESS, DRESS_SLEEVE } from '../cuts/dress-cut.ts'
import { hidesUnder } from '../hides-under.ts'
import { clothMaterial } from '../materials.ts'
import { clothOf, sewTop } from '../sew-top.ts'
import { skirtInfluences } from '../skirt-weights.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** Skin this far below the waist is certainly under the skirt, and this far above its hem. Heights, centimetres. */
const UNDER_SKIRT = { top: 104, bottom: 60 } as const

/** A dress with a sash of the accent. */
export const wearDress: MakePiece = async ({ colour, accent }) => {
  const cloth = hexColour(colour)
  const sash = accent ? hexColour(accent) : shade(cloth, 0.72)
  const field = clothOf(DRESS)
  const hidesBodice = hidesUnder({ cloth: field, neckline: DRESS.neckline, hem: 98, cuff: DRESS_SLEEVE })
  return {
    ...PLAIN,
    parts: [
      clothe({
        name: 'dress',
        material: 'clothDress',
        garment: sewTop(DRESS),
        field: (x, y, z) => (y > UNDER_SKIRT.top ? field(x, y, z) : Number.POSITIVE_INFINITY),
        dye: (_, { region }) => (region === 'trim' ? sash : cloth),
        carry: skirtInfluences,
        stitchesPerTile: 4,
      }),
    ],
    materials: [clothMaterial('clothDress', colour)],
    hides: (p) => hidesBodice(p) || (p[1] < UNDER_SKIRT.top && p[1] > UNDER_SKIRT.bottom && Math.abs(p[0]) < 20),
  }
}
