import type { Colour } from '../kit/colour.ts'
import { solidNoise } from '../kit/solid-noise.ts'
import type { Vec3 } from '../kit/vec3.ts'

const patches = solidNoise(0, 'limbs')
/** What the ruddiest patch takes off red, green and blue; the palest adds as much. */
const RUDDY_TAKES: Colour = [0.01, 0.075, 0.07]

/** The unevenness of skin on hands and limbs, whose pictures are their vertices: a colour with patches of a few cm. */
export function mottled([r, g, b]: Colour, [x, y, z]: Vec3): Colour {
  const broad = patches(x * 0.28, y * 0.28, z * 0.28)
  const fine = patches(x * 0.9, y * 0.9, z * 0.9)
  const blood = 1.2 * (broad + fine) - 1.2
  return [r * (1 - RUDDY_TAKES[0] * blood), g * (1 - RUDDY_TAKES[1] * blood), b * (1 - RUDDY_TAKES[2] * blood)]
}
