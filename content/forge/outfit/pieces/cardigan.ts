import { type Colour, hexColour, shade } from '../../kit/colour.ts'
import { lerp } from '../../kit/scalar.ts'
import { clothe } from '../clothe.ts'
import { CARDIGAN, CARDIGAN_CUFF, CARDIGAN_HEM, cardiganFront } from '../cuts/cardigan-cut.ts'
import { edgeOf } from '../front-edge.ts'
import { drawKnit, STITCHES_PER_TILE } from '../knit.ts'
import { clothMaterial } from '../materials.ts'
import { outlineOf } from '../outline.ts'
import { clothOf, sewTop } from '../sew-top.ts'
import { skirtInfluences } from '../skirt-weights.ts'
import { surfaceOf } from '../surface.ts'
import { fromFront, laySheet, sewButton, type Trim, withTrims } from '../trims.ts'
import { coversUnder, hidesArms, pressUnder } from '../under-jacket.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

type OnFront = ReturnType<typeof fromFront>
type Edge = (y: number) => number

const OPEN_FRONT = {
  front: cardiganFront,
  neckline: CARDIGAN.neckline,
  hem: CARDIGAN_HEM,
  cuff: CARDIGAN_CUFF,
}

/** A knitted cardigan worn open; the accent is its ribs, or its buttons where there is none. */
export const wearCardigan: MakePiece = async ({ colour, accent }) => {
  const yarn = hexColour(colour)
  const rib = accent ? hexColour(accent) : shade(yarn, 0.9)
  const garment = sewTop(CARDIGAN)
  const part = clothe({
    name: 'cardigan',
    material: 'clothCardigan',
    garment,
    field: clothOf(CARDIGAN),
    dye: (_, { region }) => (region === 'rib' ? rib : yarn),
    carry: skirtInfluences,
    stitchesPerTile: STITCHES_PER_TILE,
  })
  const at = fromFront(surfaceOf(part))
  const edge = edgeOf(garment)
  const trims = [
    ...([1, -1] as const).map((side) => band(at, { side, edge: edge[side] }, rib)),
    ...buttons(at, edge[1], shade(yarn, 0.35)),
  ]
  return {
    ...PLAIN,
    parts: [withTrims(part, trims)],
    materials: [{ ...clothMaterial('clothCardigan', colour), normalTexture: 'knit', normalScale: 0.35 }],
    textures: new Map([['knit', await drawKnit()]]),
    outline: outlineOf(CARDIGAN),
    hides: hidesArms(OPEN_FRONT, clothOf(CARDIGAN)),
    covers: coversUnder(OPEN_FRONT),
    press: pressUnder(OPEN_FRONT, clothOf(CARDIGAN)),
  }
}

/** The ribbed band along the front, from the hem to where the collar goes on. */
const BAND = { bottom: CARDIGAN_HEM + 0.2, top: 131.6, width: 3, rows: 58 } as const

function band(at: OnFront, { side, edge }: { side: 1 | -1; edge: Edge }, colour: Colour): Trim {
  return laySheet({
    place: (across, up) => {
      const fromEdge = side > 0 ? across : 1 - across
      const y = lerp(BAND.bottom, BAND.top, up)
      return at(side * (edge(y) + 0.1 + fromEdge * BAND.width), y)
    },
    columns: 2,
    rows: BAND.rows,
    thickness: 0.4,
    rib: 0.1,
    edgeShade: 0.5,
    colour,
    size: [BAND.width, BAND.top - BAND.bottom],
  })
}

const BUTTONS = { count: 5, bottom: 84, top: 114, radius: 0.8 } as const

const buttons = (at: OnFront, edge: Edge, colour: Colour): Trim[] =>
  Array.from({ length: BUTTONS.count }, (_, i) => {
    const y = lerp(BUTTONS.bottom, BUTTONS.top, i / (BUTTONS.count - 1))
    return sewButton({ spot: at(edge(y) + 0.1 + BAND.width / 2, y), radius: BUTTONS.radius, lift: 0.4, colour })
  })
