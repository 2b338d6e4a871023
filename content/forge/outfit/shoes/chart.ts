import { TAU } from '../../kit/scalar.ts'
import type { Vec2 } from '../../kit/vec3.ts'

/** The shoe unrolled: once round it, the toe in the middle, up from the middle of its underside to the lining. Pixels. */
export const WIDTH = 1024
export const HEIGHT = 512

/** Rows of the picture from its top. */
type Band = { readonly from: number; readonly to: number }

export const BANDS = {
  /** Plain colours for what is no part of the upper. */
  swatches: { from: 0, to: 16 },
  lining: { from: 16, to: 72 },
  rim: { from: 72, to: 104 },
  upper: { from: 104, to: 432 },
  sole: { from: 432, to: 512 },
} as const satisfies Record<string, Band>
export type BandName = keyof typeof BANDS

const SWATCHES = ['lace', 'tongue', 'trim', 'metal'] as const
export type Swatch = (typeof SWATCHES)[number]

/** A place on a shoe: the angle from the toe, −π to π, outwards positive; a band, and a share of it from its lower edge. */
export type Place = { readonly angle: number; readonly band: BandName; readonly share: number }

export const pixelOf = ({ angle, band, share }: Place): Vec2 => [
  (0.5 + angle / TAU) * WIDTH,
  BANDS[band].to + (BANDS[band].from - BANDS[band].to) * share,
]

export function placeAt(x: number, y: number): Place {
  const band = (Object.keys(BANDS) as BandName[]).find((name) => y < BANDS[name].to)!
  const { from, to } = BANDS[band]
  return { angle: (x / WIDTH - 0.5) * TAU, band, share: (to - y) / (to - from) }
}

export const swatchAt = (angle: number): Swatch => SWATCHES[Math.floor((0.5 + angle / TAU) * SWATCHES.length)]!

export const placeOfSwatch = (swatch: Swatch): Place => ({
  angle: ((SWATCHES.indexOf(swatch) + 0.5) / SWATCHES.length - 0.5) * TAU,
  band: 'swatches',
  share: 0.5,
})
