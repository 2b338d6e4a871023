import { type Colour, hexColour, shade } from '../../kit/colour.ts'
import { lerp } from '../../kit/scalar.ts'
import { HOODIE, HOODIE_CUFF, HOODIE_HEM, HOODIE_NEEDLEWORK } from '../cuts/hoodie-cut.ts'
import { coversBelow, hidesUnder } from '../hides-under.ts'
import { outlineOf } from '../outline.ts'
import { clothOf } from '../sew-top.ts'
import { tailor } from '../tailor.ts'
import { WEAVES } from '../top-picture.ts'
import { fromFront, layCord, laySheet, sewButton, type Trim } from '../trims.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

type OnFront = ReturnType<typeof fromFront>

/** Cords where no accent is chosen. */
const COTTON = '#ece8e0'

/** A fleece hoodie; the accent is its cords and eyelets. */
export const wearHoodie: MakePiece = async ({ colour, accent = COTTON }) => {
  const fleece = hexColour(colour)
  const opening = { cloth: clothOf(HOODIE), neckline: HOODIE.neckline, hem: HOODIE_HEM, cuff: HOODIE_CUFF }
  return {
    ...PLAIN,
    ...(await tailor(HOODIE, {
      material: 'clothHoodie',
      colour,
      dye: ({ region }) => (region === 'rib' ? shade(fleece, 0.9) : fleece),
      weave: WEAVES.fleece,
      needlework: HOODIE_NEEDLEWORK,
      trims: (surface) => {
        const at = fromFront(surface)
        return [pocket(at, fleece), ...tie(at, hexColour(accent))]
      },
    })),
    outline: outlineOf(HOODIE),
    hides: hidesUnder(opening),
    covers: coversBelow(opening),
  }
}

/** A kangaroo pocket: its slanting sides are the openings. */
const POCKET = { bottom: 93.2, top: 106.4, halfWidth: 10, halfTop: 6.4, slant: 0.3 } as const

function pocket(at: OnFront, colour: Colour): Trim {
  const { bottom, top, halfWidth, halfTop, slant } = POCKET
  return laySheet({
    place: (across, up) => {
      const half = lerp(halfWidth, halfTop, Math.max(0, (up - slant) / (1 - slant)))
      return at(lerp(-half, half, across), lerp(bottom, top, up))
    },
    columns: 12,
    rows: 9,
    thickness: 0.42,
    colour,
    size: [2 * halfWidth, top - bottom],
  })
}

const EYELET = { x: 2.3, y: 128.6 } as const
/** One cord hangs lower than the other. Heights, centimetres. */
const CORDS = [
  { side: 1, end: 112.5 },
  { side: -1, end: 110.5 },
] as const
const CORD_STEPS = 10
const CORD_RADIUS = 0.27

const tie = (at: OnFront, colour: Colour): Trim[] =>
  CORDS.flatMap((place) => [
    sewButton({ spot: at(place.side * EYELET.x, EYELET.y), radius: 0.4, lift: 0.05, colour: shade(colour, 0.7) }),
    cord(at, place, colour),
  ])

/** A cord hangs from its eyelet and ends in a knot. */
function cord(at: OnFront, { side, end }: { side: number; end: number }, colour: Colour): Trim {
  const path = Array.from({ length: CORD_STEPS + 1 }, (_, i) => {
    const t = i / CORD_STEPS
    return {
      spot: at(side * (EYELET.x + 0.5 * t), lerp(EYELET.y, end, t)),
      lift: i === 0 ? -0.1 : CORD_RADIUS + 0.08,
      radius: i === CORD_STEPS ? 0.1 : i === CORD_STEPS - 1 ? 1.5 * CORD_RADIUS : CORD_RADIUS,
    }
  })
  return layCord({ path, colour })
}
