import { drawPng, packNormal } from '../kit/image.ts'
import { cos, sin } from '../kit/ops.ts'
import { PI, TAU } from '../kit/scalar.ts'
import { normalize } from '../kit/vec3.ts'

/** Height of a row of stitches. Centimetres. */
export const ROW_HEIGHT = 0.6
/** Stitches across one quad of the mesh, whatever its width: as in real knitting, tension changes and the count does not. */
export const STITCHES_PER_COLUMN = 2
/** Stitches along each side of the picture. */
export const STITCHES_PER_TILE = 8
const PIXELS = 256
/** How far the yarn stands up, in widths of a stitch. */
const RELIEF = 0.3

/** Stocking stitch as a normal map: columns of little Vs. */
export function drawKnit(): Promise<Buffer> {
  const unit = STITCHES_PER_TILE / PIXELS
  const slope = (x: number, y: number, dx: number, dy: number) =>
    (RELIEF * (yarnHeight(x + dx, y + dy) - yarnHeight(x - dx, y - dy))) / (2 * unit)
  return drawPng(PIXELS, PIXELS, (px, py) => {
    const x = (px + 0.5) * unit
    const y = (py + 0.5) * unit
    // Rows of a picture run down, v in glTF too, while the stitches grow up.
    return packNormal(normalize([-slope(x, y, unit, 0), slope(x, y, 0, unit), 1]))
  })
}

/** Height of the yarn in a field of stitches, each 1 × 1: two strands that lean towards one another, [0, 1]. */
function yarnHeight(x: number, y: number): number {
  const across = x - Math.floor(x)
  const fromMiddle = Math.abs(across - 0.5) * 2
  const strand = sin(PI * fromMiddle)
  const twist = 0.76 + 0.24 * cos((y + fromMiddle * 0.85) * TAU)
  return Math.sqrt(Math.max(0, strand)) * twist
}
