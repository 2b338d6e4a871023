import type { HeadRecipe } from '../head/recipe.ts'
import { type Colour, hexColour, mixColours } from '../kit/colour.ts'
import { gauss, hypot2, smoothstep } from '../kit/scalar.ts'
import { solidNoise } from '../kit/solid-noise.ts'

/** Never pure white: an eye's white lies in the shade of its lids, bluish where thin, pink towards the corners. */
const NEAR_IRIS = hexColour('#eeebe8')
const FRONT = hexColour('#f3ece6')
const CORNER = hexColour('#dba79c')
/** Where the ball turns away under the lids: unshaded it would be a bright rim along them. */
const LIMB = hexColour('#a8675d')
const VEIN = hexColour('#c4564e')
const AGED = hexColour('#e4d5b4')

/** The white of an eye over places in radii of the iris. */
export function createSclera({ seed, complexion: { age } }: HeadRecipe): (x: number, y: number) => Colour {
  const noise = solidNoise(seed, 'sclera')
  const yellowed = 0.4 * smoothstep(40, 85, age)
  return (x, y) => {
    const r = hypot2(x, y)
    let c = mixColours(NEAR_IRIS, FRONT, smoothstep(1, 1.3, r))
    c = mixColours(c, AGED, yellowed)
    c = mixColours(c, CORNER, 0.8 * smoothstep(1.15, 1.65, r))
    c = mixColours(c, LIMB, 0.8 * smoothstep(1.5, 1.78, r))
    // Veins lie where a slow noise passes its middle, thin towards the iris.
    const wander = 0.5 * noise(x * 5, y * 5, 5)
    const branch = (scale: number, z: number) => gauss(noise(x * scale, y * scale * 4 + wander, z) - 0.5, 0.03)
    const vein = Math.max(branch(1.1, 1), 0.5 * branch(1.9, 3))
    return mixColours(c, VEIN, 0.24 * vein * smoothstep(1.2, 1.8, r))
  }
}
