import type { HeadRecipe } from '../head/recipe.ts'
import { type Colour, hexColour, luminanceOf, mixColours, shade } from '../kit/colour.ts'
import { clamp, gauss, hypot2, lerp, smoothstep } from '../kit/scalar.ts'
import { solidNoise } from '../kit/solid-noise.ts'

/** Radii of pupil and collarette, of the iris' own. */
const PUPIL = 0.4
const COLLARETTE = 0.56
/** Fibres around half a turn, broad and fine. */
const FIBRES = { broad: 7, fine: 19 } as const
const PUPIL_COLOUR: Colour = [0.004, 0.003, 0.003]
/** What even the darkest iris sends back where light gathers in it. */
const EMBER: Colour = [0.05, 0.024, 0.01]
/** The brown that even blue and green irises keep around the pupil. */
const HONEY = hexColour('#9a7444')
/** Where light that falls in from the upper left gathers behind the lens: lower right. */
const CAUSTIC = { x: 0.3, y: -0.66 } as const

/** An iris and its pupil over places in radii of the iris, +y up: fibres in a bowl, dark above, lit below. */
export function createIris({ seed, colours }: HeadRecipe): (x: number, y: number) => Colour {
  const noise = solidNoise(seed, 'iris')
  const [inner, middle, outer, ring] = [
    hexColour(colours.iris.inner),
    hexColour(colours.iris.middle),
    hexColour(colours.iris.outer),
    hexColour(colours.iris.ring),
  ]
  // Blue and green are thin: they come from light scattered in an iris with hardly a colour of its own.
  const pale = 0.4 * smoothstep(0, 0.12, Math.max(inner[1], inner[2]) - inner[0])
  const honey = 0.5 * smoothstep(0, 0.15, inner[1] - 0.6 * inner[0])
  return (x, y) => {
    const r = hypot2(x, y)
    const [dx, dy] = r === 0 ? [0, 0] : [x / r, y / r]
    // Noise over direction gives streaks from pupil to rim without a seam; a little radius lets them begin and end.
    const streaks = (count: number, change: number) => noise(dx * count, dy * count, r * change + count)
    const fibre = 0.5 * streaks(FIBRES.broad, 1.6) + 0.5 * streaks(FIBRES.fine, 2.6)
    const wander = 0.09 * (streaks(4, 0.4) - 0.5)
    const collarette = gauss(r - COLLARETTE - wander, 0.075)
    let c = mixColours(inner, middle, smoothstep(0.44, 0.66, r + wander))
    c = mixColours(c, HONEY, honey * gauss(r - 0.46 - wander, 0.1))
    c = mixColours(c, outer, smoothstep(0.66, 0.98, r))
    c = shade(c, lerp(0.26, 0.98, fibre) * (1 - 0.3 * gauss(r - 0.8, 0.06) * streaks(3, 0.2)))
    c = mixColours(c, shade(inner, 1.25), 0.4 * collarette * fibre)
    // The lid's shadow above, and the rim where the iris dives under the white.
    c = shade(c, lerp(1, 0.36, smoothstep(-0.15, 1.05, y)))
    c = mixColours(c, ring, 0.85 * smoothstep(0.8, 0.99, r))
    c = mixColours(c, grey(c), pale)
    c = lit(c, inner, causticAt(x, y, r), fibre)
    return mixColours(PUPIL_COLOUR, c, smoothstep(PUPIL - 0.02, PUPIL + 0.035, r + 0.03 * (fibre - 0.5)))
  }
}

function grey(c: Colour): Colour {
  const light = luminanceOf(c)
  return [light, light, light]
}

function causticAt(x: number, y: number, r: number): number {
  const towards = hypot2(x - CAUSTIC.x, y - CAUSTIC.y)
  return gauss(towards, 0.62) * smoothstep(PUPIL, 0.58, r) * (1 - smoothstep(0.84, 0.97, r))
}

function lit(c: Colour, inner: Colour, caustic: number, fibre: number): Colour {
  const gathered = caustic * lerp(0.5, 1.3, fibre)
  const add = (k: 0 | 1 | 2) => clamp(c[k] * (1 + 0.55 * gathered) + gathered * (0.14 * inner[k] + EMBER[k]))
  return [add(0), add(1), add(2)]
}
