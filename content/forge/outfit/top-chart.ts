import type { Vec2 } from '../kit/vec3.ts'
import type { TopCut } from './cut.ts'
import { ARMPIT } from './trunk.ts'
import type { PlaceStitch } from './weave.ts'

/**
 * Where a top's cloth lies in its picture: the trunk unrolled across the upper part, the middle of the front in the
 * picture's middle; below it the sleeves lie outwards from the left and right edges, slit along the front of the arm.
 */
export type TopChart = {
  readonly unwrap: PlaceStitch
  /** Pixel of a place of the trunk: column, height. */
  readonly onTrunk: (side: Side, place: Vec2) => Vec2
  /** Pixel of a place of a sleeve: share of the way round from the slit up, distance from the body's middle. */
  readonly onSleeve: (side: Side, place: Vec2) => Vec2
  readonly pixelsPerCm: number
}

/** 1 the left half, −1 the right one. */
export type Side = 1 | -1

/** Edges of the picture; the sleeves begin below the trunk. Pixels. */
export const CHART = { width: 1024, height: 832, trunk: 508, sleeve: 318 } as const
/** The collar's last points lie here, and cloth turned in at a hem this far below it. Centimetres. */
const HIGHEST = ARMPIT + 26
const BELOW_HEM = 4
/** A sleeve begins here, and its picture is this long: what is turned in at its end lies beyond. */
const SLEEVE = { from: 13, length: 55 } as const

export function chartOf({ columns, stitch, rows, skirt }: TopCut, tubeStitches: number): TopChart {
  const lowest = (skirt?.hem ?? Math.min(...rows.map(({ at }) => at))) - BELOW_HEM
  const onTrunk = (side: Side, [column, height]: Vec2): Vec2 => [
    (0.5 + (side * column) / columns / 2) * CHART.width,
    ((HIGHEST - height) / (HIGHEST - lowest)) * CHART.trunk,
  ]
  const onSleeve = (side: Side, [share, along]: Vec2): Vec2 => {
    const inwards = ((along - SLEEVE.from) / SLEEVE.length) * (CHART.width / 2)
    return [side > 0 ? inwards : CHART.width - inwards, CHART.height - share * CHART.sleeve]
  }
  return {
    onTrunk,
    onSleeve,
    pixelsPerCm: CHART.trunk / (HIGHEST - lowest),
    // Sleeves count their stitches outwards below nought, see `addSleeve`.
    unwrap: ([across, along], isMirrored) => {
      const side = isMirrored ? -1 : 1
      const [x, y] =
        along < 0
          ? onSleeve(side, [across / tubeStitches, -along * stitch.height])
          : onTrunk(side, [across / stitch.perColumn, along * stitch.height])
      return [x / CHART.width, y / CHART.height]
    },
  }
}

/** A place in every chart where plain cloth lies that nothing uses: for buttons and cords. */
export const PLAIN_SPOT: Vec2 = [0.5, 0.8]
