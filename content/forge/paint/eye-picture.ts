import type { HeadRecipe } from '../head/recipe.ts'
import { type Colour, hexColour, mixColours, srgbByte } from '../kit/colour.ts'
import { pngOf } from '../kit/image.ts'
import { gauss, hypot2, lerp, smoothstep } from '../kit/scalar.ts'
import { createIris } from './iris.ts'
import { createSclera } from './sclera.ts'

const SIZE = 512
/** Of the iris, as a share of the picture: 34.5° of the ball with the picture ending at 62°. */
const IRIS_SHARE = 0.278
const WHITE: Colour = [1, 1, 1]

/** The mirror image of a window in the wet of an eye: middle, half size and softness in radii of the iris. */
interface Catchlight {
  readonly x: number
  readonly y: number
  readonly halfWidth: number
  readonly halfHeight: number
  readonly round: number
  readonly soft: number
  readonly strength: number
}

/** Painted, so that a look stays alive in any light: the window, and its weak image from the iris' far side. */
const CATCHLIGHTS: readonly Catchlight[] = [
  { x: -0.36, y: 0.43, halfWidth: 0.07, halfHeight: 0.1, round: 0.13, soft: 0.035, strength: 0.97 },
  { x: 0.4, y: -0.44, halfWidth: 0.01, halfHeight: 0.01, round: 0.075, soft: 0.05, strength: 0.45 },
]

/** An eye seen from the front: its white, iris and pupil, and what they mirror. PNG bytes. */
export function eyePicture(recipe: HeadRecipe): Promise<Buffer> {
  const irisAt = createIris(recipe)
  const whiteAt = createSclera(recipe)
  const ring = hexColour(recipe.colours.iris.ring)
  const rgb = new Uint8Array(SIZE * SIZE * 3)
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) {
      const x = ((column + 0.5) / SIZE - 0.5) / IRIS_SHARE
      const y = (0.5 - (row + 0.5) / SIZE) / IRIS_SHARE
      const r = hypot2(x, y)
      let c = r > 1.12 ? whiteAt(x, y) : mixColours(irisAt(x, y), whiteAt(x, y), smoothstep(0.96, 1.03, r))
      // The iris shows through the edge of the white as a soft dark rim.
      c = mixColours(c, ring, 0.42 * gauss(r - 0.995, 0.075))
      for (const light of CATCHLIGHTS) c = mixColours(c, WHITE, shareOf(light, x, y))
      rgb.set(c.map(srgbByte), 3 * (row * SIZE + column))
    }
  return pngOf(SIZE, rgb)
}

/** How much of a catchlight is seen at a place: a rounded, slightly leaning pane. */
function shareOf({ x, y, halfWidth, halfHeight, round, soft, strength }: Catchlight, px: number, py: number): number {
  const dy = py - y
  const dx = px - x + 0.15 * dy
  const outside = hypot2(Math.max(0, Math.abs(dx) - halfWidth), Math.max(0, Math.abs(dy) - halfHeight))
  return strength * lerp(1, 0, smoothstep(round - soft, round + soft, outside))
}
