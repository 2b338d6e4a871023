import { shade } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'
import type { SkinTones } from './skin-tones.ts'

/** Light that wanders in skin and comes out red, as a faint glow; scaled with how light the skin is. */
const GLOW = [0.05, 0.017, 0.011] as const
/** Linear green of the skin that it was chosen for. */
const REFERENCE_GREEN = 0.584

/** How skin takes light, on the face as on hands and limbs. No sheen: it costs 7 % of a close-up, and hardly shows. */
export const skinSurface = ({ skin }: SkinTones): Pick<MaterialRecipe, 'specular' | 'emissive'> => ({
  specular: { factor: 0.6 },
  emissive: shade(GLOW, skin[1] / REFERENCE_GREEN),
})
