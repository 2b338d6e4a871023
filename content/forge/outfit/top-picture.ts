import { drawPng } from '../kit/image.ts'
import { drawRelief } from '../kit/layer.ts'
import { between, createDice, valueNoise } from '../kit/noise.ts'
import { lerp } from '../kit/scalar.ts'
import type { Vec2 } from '../kit/vec3.ts'
import type { Needlework, Seam } from './cut.ts'
import { type ClothLayers, createClothLayers, pressFold, sewSeam, topstitch } from './needlework.ts'
import { CHART, type Side, type TopChart } from './top-chart.ts'

const SIDES: readonly Side[] = [1, -1]

/** What a top is woven of, as shares of its brightness. Nothing finer than threads: diagonals of a twill shimmer. */
export type Weave = {
  /** Threads across and along that are thicker or thinner. */
  readonly slub: number
}

export const WEAVES = {
  jersey: { slub: 0.03 },
  poplin: { slub: 0.035 },
  fleece: { slub: 0.03 },
  wool: { slub: 0.05 },
} as const satisfies Record<string, Weave>

/** Draws a top's seams, fine creases and weave: a grey picture that its dye is multiplied with, and how it rises. */
export async function drawTop(
  name: string,
  { chart, needlework, weave }: { chart: TopChart; needlework: Needlework; weave: Weave },
): Promise<{ readonly colour: Buffer; readonly relief: Buffer }> {
  const layers = createClothLayers(CHART.width, CHART.height)
  for (const side of SIDES) {
    const dice = createDice(5, `${name}/creases/${side}`)
    for (const { on, path, width, depth } of needlework.creases) {
      const shifted = path.map(
        ([a, b]): Vec2 => [a + between(dice, -0.3, 0.3) * (on === 'trunk' ? 1 : 0.04), b + between(dice, -0.7, 0.7)],
      )
      const scale = chart.pixelsPerCm * between(dice, 0.7, 1.2)
      pressFold(layers, drawn(chart, side, { on, path: shifted }), depth * scale, width * scale)
    }
    for (const seam of needlework.seams) sew(layers, chart, { seam, side })
  }
  return { colour: await drawColour(layers, name, weave), relief: await drawRelief(layers.relief) }
}

const drawn = ({ onTrunk, onSleeve }: TopChart, side: Side, { on, path }: Pick<Seam, 'on' | 'path'>): Vec2[] =>
  path.map((place) => (on === 'trunk' ? onTrunk(side, place) : onSleeve(side, place)))

/** A row of stitches lies this far beside a seam. Pixels. */
const BESIDE = 3

function sew(layers: ClothLayers, chart: TopChart, { seam, side }: { seam: Seam; side: Side }): void {
  const path = drawn(chart, side, seam)
  if (seam.kind === 'seam') sewSeam(layers, path, 0.5 * side, 5)
  else topstitch(layers, path, side * BESIDE)
}

/** How dark a groove is, and the thread of a row of stitches against the cloth. */
const GROOVE = 0.34
const THREAD = 0.16
/** Finer steps of brightness cannot be seen, and make the picture large. */
const STEPS = 64

function drawColour({ thread, worn }: ClothLayers, name: string, { slub }: Weave): Promise<Buffer> {
  const threads = (kind: string, period: number, step: number) => {
    const noise = valueNoise(7, `${name}/${kind}`, period)
    return Float32Array.from({ length: CHART.width }, (_, i) => noise(i * step))
  }
  const [warp, weft] = [threads('warp', 512, 0.5), threads('weft', 512, 0.5)]
  const lengths = Array.from({ length: 16 }, (_, i) => threads(`length/${i}`, 32, 1 / 32))
  return drawPng(CHART.width, CHART.height, (x, y) => {
    const i = y * CHART.width + x
    const uneven = warp[x]! * lengths[x % 16]![y]! + weft[y]! * lengths[y % 16]![x]! - 0.5
    const groove = Math.min(0, worn.values[i]!) * GROOVE
    const stitch = thread.values[i]! * lerp(-THREAD, THREAD, 0.2)
    const grey = Math.round((0.96 + slub * uneven + groove + stitch) * STEPS) / STEPS
    return [grey, grey, grey]
  })
}
