import { type Colour, hexColour, shade } from '../../kit/colour.ts'
import { tabulated } from '../../kit/curve.ts'
import { lerp } from '../../kit/scalar.ts'
import { JACKET, JACKET_CUFF, JACKET_HEM, JACKET_NEEDLEWORK, jacketFront } from '../cuts/jacket-cut.ts'
import { edgeOf } from '../front-edge.ts'
import type { Garment } from '../garment.ts'
import { outlineOf } from '../outline.ts'
import { clothOf } from '../sew-top.ts'
import type { Surface } from '../surface.ts'
import { tailor } from '../tailor.ts'
import { WEAVES } from '../top-picture.ts'
import { fromFront, fromRound, laySheet, sewButton, type Trim } from '../trims.ts'
import { coversUnder, hidesArms, pressUnder } from '../under-jacket.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

const OPEN_FRONT = { front: jacketFront, neckline: JACKET.neckline, hem: JACKET_HEM, cuff: JACKET_CUFF }

/** A blazer worn open; the accent is its lining and buttons. */
export const wearJacket: MakePiece = async ({ colour, accent }) => {
  const wool = hexColour(colour)
  const lining = accent ? hexColour(accent) : shade(wool, 0.7)
  const buttons = accent ? hexColour(accent) : shade(wool, 0.45)
  return {
    ...PLAIN,
    ...(await tailor(JACKET, {
      material: 'clothJacket',
      colour,
      dye: ({ region }) => (region === 'inside' ? lining : wool),
      weave: WEAVES.wool,
      needlework: JACKET_NEEDLEWORK,
      trims: (surface, garment) => finish(surface, garment, { wool, buttons }),
    })),
    outline: outlineOf(JACKET),
    hides: hidesArms(OPEN_FRONT, clothOf(JACKET)),
    covers: coversUnder(OPEN_FRONT),
    press: pressUnder(OPEN_FRONT, clothOf(JACKET)),
  }
}

function finish(
  surface: Surface,
  garment: Garment,
  { wool, buttons }: Readonly<Record<'wool' | 'buttons', Colour>>,
): Trim[] {
  const edge = edgeOf(garment)
  const pairs = ([1, -1] as const).flatMap((side) => [
    lapel(surface, { side, edge: edge[side] }, wool),
    flap(surface, side, wool),
  ])
  return [...pairs, welt(surface, wool), ...fasten(surface, edge[1], buttons)]
}

/** A lapel turns over at the button and ends below the collar, its upper edge slanting down to the point. */
const LAPEL = { bottom: 103, top: 132, point: 128.6 } as const

/** How wide it is by height. Centimetres. */
const lapelWidth = (y: number): number =>
  tabulated(
    [
      [LAPEL.bottom, 0.5],
      [110, 2],
      [119, 3.9],
      [LAPEL.point, 5.3],
      [LAPEL.top, 5],
    ],
    y,
  )

type Edge = (y: number) => number

function lapel(surface: Surface, { side, edge }: { side: 1 | -1; edge: Edge }, colour: Colour): Trim {
  const at = fromFront(surface)
  return laySheet({
    place: (across, up) => {
      // Seen from outside `across` runs to the right: from the point to the edge on the character's right side.
      const fromEdge = side > 0 ? across : 1 - across
      const y = lerp(LAPEL.bottom, lerp(LAPEL.top, LAPEL.point, fromEdge), up)
      return at(side * (edge(y) + 0.12 + fromEdge * lapelWidth(y)), y)
    },
    columns: 5,
    rows: 14,
    thickness: 0.6,
    edgeShade: 0.2,
    colour: shade(colour, 1.12),
    size: [6, LAPEL.top - LAPEL.bottom],
  })
}

const FLAP = { from: 0.86, to: 1.36, bottom: 89.6, top: 94 } as const

function flap(surface: Surface, side: number, colour: Colour): Trim {
  const at = fromRound(surface)
  const [first, second] = side > 0 ? [FLAP.from, FLAP.to] : [-FLAP.to, -FLAP.from]
  return laySheet({
    place: (across, up) => at(lerp(first, second, across), lerp(FLAP.bottom, FLAP.top, up)),
    columns: 6,
    rows: 3,
    thickness: 0.3,
    colour,
    size: [8, FLAP.top - FLAP.bottom],
  })
}

/** The small pocket on the chest. */
function welt(surface: Surface, colour: Colour): Trim {
  const at = fromRound(surface)
  return laySheet({
    place: (across, up) => at(lerp(0.92, 1.2, across), 115.4 + 0.7 * across + 1.7 * up),
    columns: 4,
    rows: 1,
    thickness: 0.2,
    colour,
    size: [5, 1.7],
  })
}

/** Heights of the two buttons, and places of three small ones along the sleeve's end. */
const FRONT_BUTTONS = [101.4, 92.6] as const
const SLEEVE_BUTTONS = [52.6, 54.2, 55.8] as const

function fasten(surface: Surface, edge: Edge, colour: Colour): Trim[] {
  const at = fromFront(surface)
  const front = FRONT_BUTTONS.map((y) => sewButton({ spot: at(edge(y) + 1.7, y), radius: 0.95, lift: 0.05, colour }))
  const sleeves = [1, -1].flatMap((side) =>
    SLEEVE_BUTTONS.map((x) =>
      sewButton({ spot: surface([side * x, 129.4, -40], [0, 0, 1]), radius: 0.5, lift: 0.03, colour }),
    ),
  )
  return [...front, ...sleeves]
}
