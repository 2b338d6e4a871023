import { drawPng } from '../kit/image.ts'
import { drawRelief } from '../kit/layer.ts'
import { between, createDice, valueNoise } from '../kit/noise.ts'
import { gauss, lerp } from '../kit/scalar.ts'
import { mix3, scale, type Vec2, type Vec3 } from '../kit/vec3.ts'
import { type ClothLayers, createClothLayers, pressFold, sewSeam, topstitch } from './needlework.ts'
import { BUTTON_SWATCH, PICTURE, PIXELS_PER_CM, pixelOf, placeOf, type Side } from './trousers-chart.ts'
import type { TrouserDye } from './trousers-dye.ts'
import { TURN_UP } from './trousers-field.ts'
import { FOLDS } from './trousers-folds.ts'
import type { Sewing } from './trousers-seams.ts'

const SIDES: readonly Side[] = [1, -1]
/** Rows of stitches lie this far beside a seam, and from one another. Pixels. */
const FIRST_ROW = 2.6
const NEXT_ROW = 6

/** Draws cloth with its folds, seams, pockets and stitches: what it looks like, and how it rises. */
export async function drawTrousers(dye: TrouserDye): Promise<{ readonly colour: Buffer; readonly relief: Buffer }> {
  const layers = createClothLayers(PICTURE, PICTURE)
  for (const side of SIDES) {
    foldCloth(layers, side)
    sewPatches(layers, side, dye.sewing)
    sewSeams(layers, side, dye.sewing)
  }
  return { colour: await drawColour(layers, dye), relief: await drawRelief(layers.relief) }
}

function foldCloth(layers: ClothLayers, side: Side): void {
  const dice = createDice(5, `trousers/folds/${side}`)
  for (const { from, to, bow, depth, width } of FOLDS) {
    const shift: Vec2 = [between(dice, -0.7, 0.7), between(dice, -0.7, 0.7)]
    const strength = between(dice, 0.7, 1.15)
    const path = bowed(moved(from, shift), moved(to, shift), bow * between(dice, 0.4, 1.5))
    pressFold(layers, drawn(side, path), depth * strength * PIXELS_PER_CM, width * PIXELS_PER_CM)
  }
}

const moved = ([column, y]: Vec2, [across, up]: Vec2): Vec2 => [Math.max(0, column + across), y + up]

/** A bend of eight pieces, its middle `bow` of its length off the straight line. */
function bowed([x0, y0]: Vec2, [x1, y1]: Vec2, bow: number): Vec2[] {
  return Array.from({ length: 9 }, (_, i): Vec2 => {
    const t = i / 8
    const off = bow * 4 * t * (1 - t)
    return [lerp(x0, x1, t) + off * (y1 - y0), lerp(y0, y1, t) - off * (x1 - x0)]
  })
}

const drawn = (side: Side, path: readonly Vec2[]): Vec2[] => path.map((place) => pixelOf(side, place))

function sewSeams(layers: ClothLayers, side: Side, { seams }: Sewing): void {
  for (const seam of seams) {
    if (seam.side !== undefined && seam.side !== side) continue
    const path = drawn(side, seam.path)
    // The mirror image runs the other way round: right and left of a path change places.
    const rise = seam.rise * side * PIXELS_PER_CM
    sewSeam(layers, path, rise, 9)
    for (let row = 0; row < seam.rows; row++) topstitch(layers, path, side * (FIRST_ROW + row * NEXT_ROW))
  }
}

function sewPatches(layers: ClothLayers, side: Side, { patches }: Sewing): void {
  for (const patch of patches) {
    const outline = drawn(side, [...patch, patch[0]!])
    sewSeam(layers, outline, 0, 4)
    topstitch(layers, outline, -side * FIRST_ROW)
    topstitch(layers, outline, -side * (FIRST_ROW + NEXT_ROW))
  }
}

/** Warp threads thick and thin, as a share of the brightness. */
const SLUB = 0.08
/** Steps of brightness and of wear: finer ones cannot be seen, and make the picture large. */
const GRAIN_STEPS = 96
const WEAR_STEPS = 48

function drawColour({ relief, thread, worn }: ClothLayers, dye: TrouserDye): Promise<Buffer> {
  const threads = valueNoise(7, 'trousers/threads', PICTURE)
  const lengths = Array.from({ length: 16 }, (_, i) => valueNoise(7, `trousers/length/${i}`, 32))
  return drawPng(PICTURE, PICTURE, (x, y): Vec3 => {
    const i = y * PICTURE + x
    const { column, height } = placeOf(x, y)
    if (isButton(column, height)) return dye.metal
    const slub = threads(x) * lengths[x % lengths.length]!((y / PICTURE) * 32)
    const grain = stepped(1 + dye.grain * SLUB * (0.5 - slub), GRAIN_STEPS)
    const rubbed = stepped(dye.wear * (worn.values[i]! + wornAt(column, height) + 0.03 * relief.values[i]!), WEAR_STEPS)
    const cloth =
      rubbed > 0 ? mix3(dye.cloth, dye.pale, Math.min(1, rubbed)) : scale(dye.cloth, Math.max(0.4, 1 + rubbed))
    return mix3(scale(cloth, grain), dye.thread, thread.values[i]! * 0.75)
  })
}

const stepped = (value: number, steps: number): number => Math.round(value * steps) / steps

const isButton = (column: number, height: number): boolean =>
  Math.abs(column - BUTTON_SWATCH[0]) < 1 && Math.abs(height - BUTTON_SWATCH[1]) < 1.5

/** Where denim is rubbed pale: down the front of the thighs, at the knees, on the seat; its inside is pale in a turn-up. */
function wornAt(column: number, height: number): number {
  if (height < TURN_UP.bottom + TURN_UP.height) return 0.6
  const front = gauss(column - 4, 4.4)
  const seat = gauss(column - 17, 4) * gauss(height - 82, 7)
  return front * (0.3 * gauss(height - 70, 13) + 0.26 * gauss(height - 48, 6)) + 0.2 * seat
}
