import { hexColour, shade } from '../../kit/colour.ts'
import { lerp } from '../../kit/scalar.ts'
import { clothe } from '../clothe.ts'
import { HOODIE, HOODIE_CUFF, HOODIE_HEM } from '../cuts/hoodie-cut.ts'
import { coversBelow, hidesUnder } from '../hides-under.ts'
import { clothMaterial } from '../materials.ts'
import { clothOf, sewTop } from '../sew-top.ts'
import type { Spot } from '../surface.ts'
import { surfaceOf } from '../surface.ts'
import { fromFront, layCord, laySheet, sewButton, type Trim, withTrims } from '../trims.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

type OnFront = (x: number, y: number) => Spot

/** A fleece hoodie; the accent is its cords and eyelets. */
export const wearHoodie: MakePiece = async ({ colour, accent }) => {
  const fleece = hexColour(colour)
  const cords = accent ? hexColour(accent) : hexColour('#ece8e0')
  const cloth = clothOf(HOODIE)
  const opening = { cloth, neckline: HOODIE.neckline, hem: HOODIE_HEM, cuff: HOODIE_CUFF }
  const part = clothe({
    name: 'hoodie',
    material: 'clothHoodie',
    garment: sewTop(HOODIE),
    field: cloth,
    dye: (_, { region }) => (region === 'rib' ? shade(fleece, 0.9) : fleece),
    stitchesPerTile: 4,
  })
  const at = fromFront(surfaceOf(part))
  const eyelets = [-1, 1].map((side) =>
    sewButton({ spot: at(side * EYELET.x, EYELET.y), radius: 0.4, lift: 0.05, colour: shade(cords, 0.7) }),
  )
  const trims = [
    pocket(at, fleece),
    ...eyelets,
    cord(at, { side: 1, end: 112.5 }, cords),
    cord(at, { side: -1, end: 110.5 }, cords),
  ]
  return {
    ...PLAIN,
    parts: [withTrims(part, trims)],
    materials: [clothMaterial('clothHoodie', colour)],
    hides: hidesUnder(opening),
    covers: coversBelow(opening),
  }
}

/** A kangaroo pocket: its slanting sides are the openings. */
const POCKET = { bottom: 93.2, top: 106.4, halfWidth: 10, halfTop: 6.4, slant: 0.3 } as const

function pocket(at: OnFront, colour: ReturnType<typeof hexColour>): Trim {
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
const CORD_STEPS = 10
const CORD_RADIUS = 0.27

/** A cord hangs from its eyelet and ends in a knot. */
function cord(at: OnFront, { side, end }: { side: number; end: number }, colour: ReturnType<typeof hexColour>): Trim {
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
