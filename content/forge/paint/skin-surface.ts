import { hexColour, shade } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'
import type { SkinTones } from './skin-tones.ts'

/** Light that wanders in skin and comes out red, as a faint glow; scaled with how light the skin is. */
const GLOW = [0.05, 0.017, 0.011] as const
/** The down on skin, which catches light from the side; scaled likewise. */
const DOWN = shade(hexColour('#7a3a2c'), 0.5)
/** Linear green of the skin that both were chosen for. */
const REFERENCE_GREEN = 0.584

/** How skin takes light, on the face as on hands and limbs. */
export function skinSurface({ skin }: SkinTones): Pick<MaterialRecipe, 'sheen' | 'specular' | 'emissive'> {
  const lightness = skin[1] / REFERENCE_GREEN
  return {
    sheen: { colour: shade(DOWN, Math.min(1, lightness)), roughness: 0.5 },
    specular: { factor: 0.6 },
    emissive: shade(GLOW, lightness),
  }
}
