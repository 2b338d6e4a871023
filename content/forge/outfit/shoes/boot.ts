import { storedColour } from '../../kit/colour.ts'
import { sin } from '../../kit/ops.ts'
import { smoothstep } from '../../kit/scalar.ts'
import { mix3, scale, type Vec2, type Vec3 } from '../../kit/vec3.ts'
import { LIMB_JOINTS } from '../../skeleton/measures.ts'
import type { GarmentHalf } from '../garment.ts'
import { type ClothLayers, pressFold, sewSeam, topstitch } from '../needlework.ts'
import { type Place, pixelOf, WIDTH } from './chart.ts'
import type { Last } from './last.ts'
import { soleOf } from './loafer.ts'
import { addRibbon } from './ribbon.ts'
import type { ShoeStyle } from './style.ts'

const LAST: Last = {
  sole: 1.5,
  heel: 1.6,
  arch: 1.3,
  wall: { heel: 2.6, toes: 2.2 },
  instep: 5,
  opening: { z: -1.6, halfWidth: 3.5, front: 3.75, back: 3.5, height: 8.6, dip: 0, tongue: 0 },
}
const SHAFT = { top: 15.8, off: 0.6 } as const

/** The elastic at each side: half its width, and how far up it begins; its ends are round. */
const GORE = { at: 1.72, half: 0.34, from: 0.5, to: 0.93 } as const
const RIBS = 7

/** Ankle boots of leather with elastic at the sides; the accent is the elastic's and the tabs'. */
export const BOOT: ShoeStyle = {
  cut: { last: LAST, shaft: SHAFT, rows: [0, 0.09, 0.22, 0.38, 0.55, 0.72, 0.87, 1] },
  trim: addTab,
  dye: ({ colour, accent }) => {
    const leather = storedColour(colour)
    const elastic = accent === undefined ? mix3(scale(leather, 0.45), [0.1, 0.1, 0.1], 0.4) : storedColour(accent)
    return (place) => paint(place, leather, elastic)
  },
  sew,
  thread: ({ colour }) => mix3(storedColour(colour), [0.85, 0.8, 0.7], 0.25),
  material: { name: 'shoeLeather', roughness: 0.42, doubleSided: true },
}

function paint({ angle, band, share }: Place, leather: Vec3, elastic: Vec3): Vec3 {
  switch (band) {
    case 'sole':
      return share > 0.86 ? scale(soleOf(leather), 1.4) : soleOf(leather)
    case 'lining':
      return mix3(leather, [0.6, 0.5, 0.4], 0.4)
    case 'swatches':
      return elastic
    case 'upper':
      return isGore(Math.abs(angle), share) ? elastic : scale(leather, 1 - 0.16 * (1 - smoothstep(0, 0.25, share)))
    default:
      return scale(leather, 0.85)
  }
}

const isGore = (turn: number, share: number): boolean =>
  share > GORE.from && share < GORE.to && Math.abs(turn - GORE.at) < goreHalf(share)
const goreHalf = (share: number): number => GORE.half * (0.55 + 0.45 * smoothstep(GORE.from, 0.75, share))

function sew(layers: ClothLayers): void {
  const at = (angle: number, share: number): Vec2 => pixelOf({ angle, band: 'upper', share })
  for (const side of [1, -1]) {
    ribGore(layers, side)
    const edge = (out: number) => [GORE.from, 0.6, 0.7, GORE.to].map((s) => at(side * (GORE.at + out * goreHalf(s)), s))
    const outline = [...edge(-1), ...edge(1).reverse(), edge(-1)[0]!]
    sewSeam(layers, outline, 0, 5)
    topstitch(layers, outline, -side * 4)
    pressFold(layers, [at(side * 0.8, 0.24), at(side * 0.4, 0.34), at(0, 0.32)], 2, 13)
    pressFold(layers, [at(side * 0.95, 0.3), at(side * 0.5, 0.43), at(0, 0.4)], 1.8, 13)
    pressFold(layers, [at(side * 1.1, 0.56), at(side * 0.6, 0.6), at(0, 0.58)], 1.8, 12)
    pressFold(layers, [at(side * 2.2, 0.52), at(side * 2.8, 0.58), at(side * 3.1, 0.57)], 1.8, 12)
  }
  sewSeam(layers, [at(-3.14, 0.95), at(3.14, 0.95)], 0.6, 6)
}

/** Upright ribs, close together. */
function ribGore({ relief }: ClothLayers, side: number): void {
  const [left, top] = pixelOf({ angle: side * GORE.at - GORE.half, band: 'upper', share: GORE.to })
  const [right, bottom] = pixelOf({ angle: side * GORE.at + GORE.half, band: 'upper', share: GORE.from })
  for (let y = Math.ceil(top); y < bottom; y++)
    for (let x = Math.ceil(left); x < right; x++)
      relief.values[y * WIDTH + x]! += 1.1 * sin(((x - left) / (right - left)) * RIBS * 2 * Math.PI)
}

/** A loop at the heel to pull the boot on by. */
function addTab(shoe: GarmentHalf): void {
  const [x, , z] = LIMB_JOINTS.Foot
  const back = z - 3.1
  const heights = [-2, -0.4, 0.9, 1.4, 0.9, -1]
  const outs = [-0.35, -0.35, -0.32, -0.1, 0.3, 0.4]
  addRibbon(shoe, {
    path: heights.map((up, i): Vec3 => [x, SHAFT.top + up, back + outs[i]!]),
    facing: heights.map((_, i): Vec3 => [0, i === 3 ? 1 : 0.2, i < 3 ? -1 : i > 3 ? 1 : 0]),
    halfWidth: () => 0.75,
    halfThickness: 0.1,
    swatch: 'trim',
    region: 'collar',
  })
}
