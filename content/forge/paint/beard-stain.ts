import { BEARDS, grownZone } from '../hair/beard-zones.ts'
import { faceMap } from '../head/face-map.ts'
import type { HeadRecipe } from '../head/recipe.ts'
import { type Colour, hexColour, mixColours, shade } from '../kit/colour.ts'
import { lerp, smoothstep } from '../kit/scalar.ts'
import { solidNoise } from '../kit/solid-noise.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { SkinTones } from './skin-tones.ts'

/** How dark a man is where he has shaved this morning, of a full beard's shade. */
const SHAVEN_SHADE = 0.16
/** What roots below the skin leave of its red, green and blue: blood over them keeps it warm. */
const BELOW_SKIN: Colour = [0.4, 0.42, 0.5]
/** Hairs to a centimetre across and along their fall: they are longer than broad. */
const HAIRS = { across: 30, along: 20 } as const
/** Of the shade, what lies evenly on the skin; the rest are single hairs. */
const EVEN = 0.7
/** Most that is left of a skin's light: where hair stands short, and in the shade between long hairs. */
const MOST = { bare: 0.5, between: 0.3 } as const
/** Where nothing grows: above, and behind the ears; cm. */
const TOP = 3.5
const BACK = -3

/** What a beard, or the shadow of a shaven one, leaves of a skin's colours at a place; `lip` as in the skin's fields. */
export function beardStain(recipe: HeadRecipe): (place: Vec3, lip: number) => Colour | undefined {
  const { seed, beard, complexion, colours } = recipe
  const shaven = SHAVEN_SHADE * smoothstep(0.35, 1, complexion.masculinity)
  const plan = beard && BEARDS[beard.style]
  if (shaven === 0 && !plan) return () => undefined
  const { toDrawn } = faceMap(recipe)
  const noise = solidNoise(seed, 'stubble')
  const left = beard
    ? rootsOver(hexColour(beard.colour), colours.tones, MOST[beard.style === 'stubble' ? 'bare' : 'between'])
    : BELOW_SKIN
  return ([x, y, z], lip) => {
    if (y > TOP || z < BACK || lip > 0.12) return undefined
    const drawn = toDrawn([x, y, z])
    const own = plan ? plan.shade * plan.zone(drawn) : 0
    const shadow = Math.max(own, shaven * grownZone(drawn)) * (1 - smoothstep(0, 0.12, lip))
    if (shadow === 0) return undefined
    const hair = noise(x * HAIRS.across, y * HAIRS.along, z * HAIRS.across)
    // Where a beard thins out it has fewer hairs, not paler ones.
    const hairs = smoothstep(0.62 - 0.4 * shadow, 1.12 - 0.4 * shadow, hair)
    const share = shadow * (EVEN + (1 - EVEN) * hairs)
    return [lerp(1, left[0], share), lerp(1, left[1], share), lerp(1, left[2], share)]
  }
}

/** Roots shine through darker than skin, however light the beard is: by no channel do they leave more than `most`. */
function rootsOver(hair: Colour, { skin, deep }: SkinTones, most: number): Colour {
  const [r, g, b] = shade(mixColours(hair, deep, 0.3), 0.75)
  const left: Colour = [r / skin[0], g / skin[1], b / skin[2]]
  return shade(left, Math.min(1, most / Math.max(...left)))
}
