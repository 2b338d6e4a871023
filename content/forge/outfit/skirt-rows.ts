import { bodyField } from '../body/body-field.ts'
import { atan2, cos, sin } from '../kit/ops.ts'
import { marchOutward } from '../kit/project.ts'
import { hypot2, lerp, PI, smoothstep, TAU } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec2, type Vec3 } from '../kit/vec3.ts'
import { AXIS_Z, drape, outward } from './drape.ts'
import { type GarmentHalf, type GarmentRegion, lay } from './garment.ts'

/** How a skirt hangs. Centimetres. */
export type SkirtCut = {
  /** Height of its lower edge. */
  readonly hem: number
  /** Rows of quads from the waist to the hem. */
  readonly rows: number
  /** How much wider it becomes for each centimetre down, and between which heights it leaves the body to do so. */
  readonly flare: number
  readonly leaves: { readonly from: number; readonly until: number }
  /** Folds from the middle of the front to the middle of the back, how deep at the hem, and where they begin. */
  readonly folds: { readonly count: number; readonly depth: number; readonly from: number }
  /** Place of the cloth in its weave, by column of the rim and height; below the hem lies what is turned inwards. */
  readonly stitch: (column: number, height: number) => Vec2
}

/** How far cloth stands off the body: where it lies close, a top can hang over it; and where it hangs. Centimetres. */
const EASE = { close: 0.09, hanging: 0.9 } as const
/** Heights at which cloth round the hips may be needed. */
const HIGHEST = 112

/**
 * Goes on below a waist: cloth that lies on the hips, hangs from their widest place and falls into folds, its hem turned.
 *
 * @param rim  The waist's lowest row, from the middle of the front round the left to the middle of the back.
 */
export function addSkirt(half: GarmentHalf, rim: readonly number[], cut: SkirtCut): void {
  const hung = hang(half, rim, cut)
  const rows = [...hung, ...hemRows(hung.at(-1)!, cut)]
  stitchGrid(half.mesh, [rim, ...rows.map((row) => layRow(half, row, cut))], 'open')
}

type Row = {
  readonly height: number
  readonly cloth: number
  readonly region: GarmentRegion
  /** By column: azimuth, distance from the axis. */
  readonly reach: readonly Vec2[]
  /** By column, times its share of the full depth: −1 in a valley to 1 on a ridge. */
  readonly fold: readonly number[]
}

function hang(half: GarmentHalf, rim: readonly number[], cut: SkirtCut): Row[] {
  const waist = rim.map((v) => half.mesh.positions[v]!)
  const azimuths = waist.map(([x, , z]) => atan2(x, z - AXIS_Z))
  const top = Math.min(...waist.map(([, y]) => y))
  const cloth = hanging(cut)
  let reach = waist.map(([x, , z]) => hypot2(x, z - AXIS_Z))
  let above = top
  return Array.from({ length: cut.rows }, (_, r): Row => {
    // Rows crowd at the waist, where the cloth turns most.
    const t = (r + 1) / cut.rows
    const height = lerp(top, cut.hem, t * lerp(0.72, 1, t))
    const widened = (above - height) * cut.flare * hangsAt(cut, height)
    reach = reach.map((far, k) => Math.max(far + widened, radiusAt(cloth, azimuths[k]!, height)))
    above = height
    const share = 1 - smoothstep(cut.hem, cut.folds.from, height)
    const fold = azimuths.map((a) => share * foldAt(a, cut.folds.count))
    const out = reach.map((far, k): Vec2 => [azimuths[k]!, far + cut.folds.depth * (fold[k]! + 0.35 * share)])
    return { height, cloth: height, region: 'body', reach: out, fold }
  })
}

/** 0 where cloth lies on the body to 1 where it hangs. */
const hangsAt = ({ leaves }: SkirtCut, height: number): number => 1 - smoothstep(leaves.until, leaves.from, height)

const hanging = (cut: SkirtCut): Sdf =>
  drape({
    figure: bodyField,
    bottom: cut.hem - 1,
    top: HIGHEST,
    ease: (y) => lerp(EASE.close, EASE.hanging, hangsAt(cut, y)),
    cling: (y) => lerp(1, -cut.flare, hangsAt(cut, y)),
  })

/** Cloth is no nearer to skin than this, wherever the drape cuts a corner. Centimetres. */
const CLEARANCE = 0.16

function radiusAt(cloth: Sdf, azimuth: number, height: number): number {
  const direction = outward(azimuth)
  const p = marchOutward(cloth, [0, height, AXIS_Z], direction, 40)
  const [x, , z] = addScaled(p, direction, Math.max(0, CLEARANCE - bodyField(...p)))
  return hypot2(x, z - AXIS_Z)
}

/** Ridges narrower than valleys, none quite like its neighbour; even in the middles of front and back. */
function foldAt(azimuth: number, count: number): number {
  const phase = (azimuth / PI) * count * TAU + 0.5 * sin(3 * azimuth)
  return (0.8 + 0.2 * cos(5 * azimuth)) * (cos(phase) + 0.1 * cos(2 * phase))
}

/** The edge: rolled under, and turned up inside. Off the last row: up, inwards, cloth below the hem. */
const HEM_SECTION: readonly (readonly [up: number, inwards: number, below: number, region: GarmentRegion])[] = [
  [-0.22, 0.12, 0.25, 'body'],
  [-0.2, 0.4, 0.5, 'inside'],
  [1.6, 0.85, 2.2, 'inside'],
]

function hemRows(last: Row, { hem }: SkirtCut): Row[] {
  return HEM_SECTION.map(([up, inwards, below, region]) => ({
    ...last,
    height: last.height + up,
    cloth: hem - below,
    region,
    reach: last.reach.map(([a, far]): Vec2 => [a, far - inwards]),
  }))
}

/** How dark a valley is. */
const VALLEY = 0.3

function layRow(half: GarmentHalf, { height, cloth, region, reach, fold }: Row, cut: SkirtCut): number[] {
  return reach.map(([a, far], k) => {
    const isMiddle = k === 0 || k === reach.length - 1
    // Ridges swing out, and so hang a little higher.
    const p: Vec3 = [isMiddle ? 0 : sin(a) * far, height + 0.25 * fold[k]!, AXIS_Z + cos(a) * far]
    return lay(half, p, { region, stitch: cut.stitch(k, cloth), shade: 1 - VALLEY * Math.max(0, -fold[k]!) })
  })
}
