import { storedColour } from '../kit/colour.ts'
import { drawPng } from '../kit/image.ts'
import { drawRelief } from '../kit/layer.ts'
import { between, createDice, valueNoise } from '../kit/noise.ts'
import { lerp } from '../kit/scalar.ts'
import { mix3, scale, type Vec2, type Vec3 } from '../kit/vec3.ts'
import { type ClothLayers, createClothLayers, pressFold, sewSeam, topstitch } from './needlework.ts'
import { SKIRT, SKIRT_COLUMNS } from './skirt.ts'
import type { PieceChoice } from './worn.ts'

/** The whole skirt unrolled, the middle of the front in the picture's. Pixels. */
const WIDTH = 1024
const HEIGHT = 512
/** Heights at the picture's edges: cloth turned inwards lies beyond waist and hem. */
const TOP = SKIRT.top + 2.5
const BOTTOM = SKIRT.hem - 4

type Side = 1 | -1

const pixelOf = (side: Side, [column, height]: Vec2): Vec2 => [
  (0.5 + (side * column) / SKIRT_COLUMNS / 2) * WIDTH,
  ((TOP - height) / (TOP - BOTTOM)) * HEIGHT,
]

export function unwrapSkirt(place: Vec2, isMirrored: boolean): Vec2 {
  const [x, y] = pixelOf(isMirrored ? -1 : 1, place)
  return [x / WIDTH, y / HEIGHT]
}

/** Draws a skirt's cloth: woven wool, its seams and darts; the accent is a stripe above the hem. */
export async function drawSkirt(choice: PieceChoice): Promise<{ readonly colour: Buffer; readonly relief: Buffer }> {
  const layers = createClothLayers(WIDTH, HEIGHT)
  for (const side of [1, -1] as const) {
    foldCloth(layers, side)
    sew(layers, side)
  }
  return { colour: await drawColour(layers, choice), relief: await drawRelief(layers.relief) }
}

/** Small folds between the great ones, from the hips down. Pixels. */
const FOLDS = { count: 9, depth: [0.7, 1.8], width: [7, 13] } as const

function foldCloth(layers: ClothLayers, side: Side): void {
  const dice = createDice(9, `skirt/folds/${side}`)
  for (let i = 0; i < FOLDS.count; i++) {
    const column = ((i + between(dice, 0.2, 0.8)) / FOLDS.count) * SKIRT_COLUMNS
    const top = between(dice, 66, 88)
    const path: Vec2[] = [
      [column, SKIRT.hem - 6],
      [column + between(dice, -0.6, 0.6), lerp(SKIRT.hem, top, 0.6)],
      [column + between(dice, -1, 1), top],
    ]
    const drawn = path.map((place) => pixelOf(side, place))
    pressFold(layers, drawn, between(dice, ...FOLDS.depth), between(dice, ...FOLDS.width))
  }
}

const SEAMS: readonly (readonly Vec2[])[] = [
  [
    [SKIRT_COLUMNS / 2, SKIRT.band],
    [SKIRT_COLUMNS / 2, BOTTOM],
  ],
  [
    [SKIRT_COLUMNS, SKIRT.top],
    [SKIRT_COLUMNS, BOTTOM],
  ],
  [
    [6, SKIRT.band],
    [6.4, 88],
  ],
  [
    [25, SKIRT.band],
    [24.6, 86],
  ],
]
const BAND: readonly Vec2[] = [
  [0, SKIRT.band],
  [SKIRT_COLUMNS, SKIRT.band],
]

function sew(layers: ClothLayers, side: Side): void {
  const drawn = (path: readonly Vec2[]) => path.map((place) => pixelOf(side, place))
  for (const seam of SEAMS) sewSeam(layers, drawn(seam), 0.5, 6)
  sewSeam(layers, drawn(BAND), -side, 6)
  topstitch(layers, drawn(BAND), -side * 3)
}

/** How much threads differ in brightness, and in how many steps: more would make the picture large. */
const THREADS = 0.06
const STEPS = 72
/** The accent's stripe: height of its lower edge above the hem, and its own. Centimetres. */
const STRIPE = { above: 4.6, height: 2 } as const

function drawColour({ thread, worn }: ClothLayers, { colour, accent }: PieceChoice): Promise<Buffer> {
  const wool = storedColour(colour)
  const stripe = accent === undefined ? wool : storedColour(accent)
  const yarn = mix3(scale(wool, 0.84), [1, 1, 1], 0.06)
  const warp = valueNoise(3, 'skirt/warp', WIDTH)
  const weft = valueNoise(3, 'skirt/weft', HEIGHT)
  return drawPng(WIDTH, HEIGHT, (x, y): Vec3 => {
    const i = y * WIDTH + x
    const up = lerp(TOP, BOTTOM, y / HEIGHT) - SKIRT.hem - STRIPE.above
    const dye = up > 0 && up < STRIPE.height ? stripe : wool
    const strand = (x + y) % 2 === 0 ? warp(x) : weft(y)
    const light = 1 + THREADS * (strand - 0.5) + 0.25 * Math.min(0, worn.values[i]!)
    return mix3(scale(dye, Math.round(light * STEPS) / STEPS), yarn, thread.values[i]! * 0.6)
  })
}
