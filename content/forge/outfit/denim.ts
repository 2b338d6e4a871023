import { drawPng } from '../kit/image.ts'
import { valueNoise } from '../kit/noise.ts'
import { sin } from '../kit/ops.ts'
import { TAU } from '../kit/scalar.ts'

/** Width of a quad of the trousers' mesh, the unit of their weave. Centimetres. */
export const DENIM_UNIT = 1.7
/** Units along each side of the picture. */
export const UNITS_PER_TILE = 8
const PIXELS = 256
/** Warp threads thick and thin, and the twill's diagonal, as shares of the brightness. */
const SLUB = 0.1
const TWILL = 0.045
/** Diagonals across the picture. */
const TWILL_LINES = 64

/** Denim as a grey picture that the dye is multiplied with: uneven upright threads under a fine diagonal. */
export function drawDenim(): Promise<Buffer> {
  const threads = valueNoise(7, 'denim/threads', PIXELS)
  const lengths = Array.from({ length: 16 }, (_, i) => valueNoise(7, `denim/length/${i}`, 8))
  return drawPng(PIXELS, PIXELS, (x, y) => {
    const along = lengths[x % lengths.length]!((y / PIXELS) * 8)
    const slub = threads(x) * along
    const twill = sin(((x + y) / PIXELS) * TWILL_LINES * TAU)
    const grey = 0.95 - SLUB * slub + TWILL * twill
    return [grey, grey, grey]
  })
}
