import { storedColour } from '../../kit/colour.ts'
import { lerp, smoothstep } from '../../kit/scalar.ts'
import { cross, mix3, normalize, scale, subtract, type Vec2, type Vec3 } from '../../kit/vec3.ts'
import type { GarmentHalf } from '../garment.ts'
import { type ClothLayers, pressFold, sewSeam, topstitch } from '../needlework.ts'
import { type Place, pixelOf, swatchAt } from './chart.ts'
import { type Last, upperPoint } from './last.ts'
import { addRibbon } from './ribbon.ts'
import type { ShoeStyle } from './style.ts'

const LAST: Last = {
  sole: 2.1,
  heel: 0.5,
  arch: 0,
  wall: { heel: 2.6, toes: 2.5 },
  instep: 6.3,
  opening: { z: -1.9, halfWidth: 3.25, front: 4.3, back: 4.0, height: 8.1, dip: 1.1, tongue: 0.5 },
}

const RUBBER: Vec3 = [0.93, 0.92, 0.89]

/** The cap's edge, the throat's and its facings' by share of the upper: half angles; the patch at the heel. */
const CAP = { angle: 0.95, height: 0.37 } as const
const THROAT = { from: 0.47, narrow: 0.13, wide: 0.42 } as const
const FACING = 0.2
const HEEL = { angle: 2.62, from: 0.5 } as const

const capEdge = (angle: number): number =>
  CAP.height * Math.sqrt(Math.max(0, 1 - (angle / CAP.angle) * (angle / CAP.angle)))
const throatAt = (share: number): number => lerp(THROAT.narrow, THROAT.wide, (share - THROAT.from) / (1 - THROAT.from))

/** Low sneakers of canvas: a rubber sole and cap, laces, two stripes; the accent is theirs, the heel's and the lining's. */
export const SNEAKER: ShoeStyle = {
  cut: { last: LAST, rows: [0, 0.08, 0.2, 0.34, 0.48, 0.61, 0.74, 0.86, 1] },
  trim: (shoe) => {
    addTongue(shoe)
    for (let i = 0; i < LACES; i++) addLace(shoe, i / (LACES - 1))
  },
  dye: ({ colour, accent }) => {
    const canvas = storedColour(colour)
    const trim = accent === undefined ? mix3(scale(canvas, 0.6), [0.4, 0.42, 0.46], 0.4) : storedColour(accent)
    return (place) => paint(place, canvas, trim)
  },
  sew,
  thread: ({ colour }) => mix3(scale(storedColour(colour), 0.8), [0.9, 0.9, 0.88], 0.5),
  material: { name: 'shoeCanvas', roughness: 0.7, doubleSided: true },
}

function paint(place: Place, canvas: Vec3, trim: Vec3): Vec3 {
  const { angle, band, share } = place
  const turn = Math.abs(angle)
  switch (band) {
    case 'sole':
      return share > 0.6 && share < 0.68 ? trim : share < 0.3 ? scale(RUBBER, 0.8) : RUBBER
    case 'lining':
      return scale(trim, 0.8)
    case 'rim':
      return trim
    case 'swatches':
      return swatchColour(place, canvas)
    case 'upper': {
      if (share < capEdge(angle)) return RUBBER
      if (turn > HEEL.angle && share > HEEL.from) return trim
      if (share > THROAT.from && turn < throatAt(share)) return scale(canvas, 0.78)
      return isStripe(turn, share) ? trim : canvas
    }
  }
}

function swatchColour({ angle }: Place, canvas: Vec3): Vec3 {
  switch (swatchAt(angle)) {
    case 'lace':
      return [0.95, 0.95, 0.93]
    case 'metal':
      return [0.7, 0.7, 0.72]
    default:
      return scale(canvas, 0.92)
  }
}

/** Two bars that lean back over the instep's sides. */
const STRIPES = [1.5, 1.78] as const
const isStripe = (turn: number, share: number): boolean =>
  share > 0.1 && share < 0.86 && STRIPES.some((at) => Math.abs(turn - at + 0.35 * (share - 0.4)) < 0.075)

const mirrored = (draw: (side: 1 | -1) => void): void => {
  draw(1)
  draw(-1)
}

function sew(layers: ClothLayers): void {
  const at = (angle: number, share: number): Vec2 => pixelOf({ angle, band: 'upper', share })
  const cap = Array.from({ length: 25 }, (_, i) => {
    const angle = lerp(-CAP.angle, CAP.angle, i / 24) * 0.999
    return at(angle, capEdge(angle))
  })
  sewSeam(layers, cap, 1.6, 10)
  mirrored((side) => {
    const throat = (beyond: number) =>
      Array.from({ length: 9 }, (_, i) => {
        const share = lerp(THROAT.from, 1, i / 8)
        return at(side * (throatAt(share) + beyond), share)
      })
    sewSeam(layers, throat(0), side * 1.5, 8)
    topstitch(layers, throat(0), side * 5)
    sewSeam(layers, throat(FACING), -side * 1.2, 8)
    topstitch(layers, throat(FACING), -side * 5)
    const heel = [at(side * HEEL.angle, 1), at(side * HEEL.angle, HEEL.from), at(side * Math.PI, HEEL.from)]
    sewSeam(layers, heel, side * 1.2, 8)
    topstitch(layers, heel, side * 5)
    pressFold(layers, [at(side * 0.75, 0.3), at(side * 0.45, 0.47), at(side * 0.1, 0.44)], 1.6, 12)
    pressFold(layers, [at(side * 0.95, 0.34), at(side * 0.6, 0.56), at(side * 0.3, 0.52)], 1.4, 12)
  })
}

const LACES = 5
const LACE_PIECES = 6

/** A flat band across the throat, a share of the way up it; straight, sinking into the facings at its ends. */
function addLace(shoe: GarmentHalf, way: number): void {
  const share = lerp(THROAT.from + 0.07, 0.95, way)
  const path = Array.from({ length: LACE_PIECES + 1 }, (_, i): Vec3 => {
    const across = lerp(-1, 1, i / LACE_PIECES)
    const half = throatAt(share) + 0.11
    const middle = upperPoint(LAST, 0, share)
    const edge = upperPoint(LAST, across * half, share)
    const lift = 0.3 - 0.55 * smoothstep(0.7, 1, Math.abs(across))
    return [edge[0], lerp(middle[1], edge[1], 0.9) + lift, lerp(middle[2], edge[2], 0.9) + lift * 0.5]
  })
  addRibbon(shoe, {
    path,
    facing: path.map(() => vampNormal(share)),
    halfWidth: () => 0.38,
    halfThickness: 0.13,
    swatch: 'lace',
    region: 'lace',
  })
}

/** Straight off the top of the foot. */
function vampNormal(share: number): Vec3 {
  const along = subtract(upperPoint(LAST, 0, Math.min(1, share + 0.04)), upperPoint(LAST, 0, share - 0.04))
  return normalize(cross([1, 0, 0], along))
}

/** A padded tongue out of the throat. */
function addTongue(shoe: GarmentHalf): void {
  const top = upperPoint(LAST, 0, 1)
  const path: Vec3[] = [0.8, 0.9, 1].map((t) => upperPoint(LAST, 0, t))
  path.push(
    [top[0], top[1] + 0.8, top[2] - 0.25],
    [top[0], top[1] + 1.5, top[2] - 0.25],
    [top[0], top[1] + 1.7, top[2] - 0.5],
  )
  addRibbon(shoe, {
    path,
    facing: path.map(() => [0, 0.45, 0.9] as const),
    halfWidth: (t) => lerp(1.3, 1.9, smoothstep(0, 0.6, t)) * (1 - 0.25 * smoothstep(0.8, 1, t)),
    halfThickness: 0.3,
    swatch: 'tongue',
    region: 'collar',
  })
}
