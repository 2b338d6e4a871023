import { hexColour, shade } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'

/** Materials of the bare body. Their colours live in the vertices. */
export const BODY_MATERIALS: readonly MaterialRecipe[] = [
  {
    name: 'skin2',
    roughness: 0.52,
    specular: { factor: 0.6 },
    sheen: { colour: shade(hexColour('#7a3a2c'), 0.5), roughness: 0.5 },
    emissive: [0.05, 0.017, 0.011],
  },
  { name: 'nail', roughness: 0.22, clearcoat: { factor: 0.6, roughness: 0.15 } },
]
