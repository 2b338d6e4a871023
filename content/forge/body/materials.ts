import type { MaterialRecipe } from '../kit/material.ts'
import { skinSurface } from '../paint/skin-surface.ts'
import type { SkinTones } from '../paint/skin-tones.ts'

/** Materials of the bare body. Their colours live in the vertices. */
export const bodyMaterials = (tones: SkinTones): readonly MaterialRecipe[] => [
  { name: 'skin2', roughness: 0.52, ...skinSurface(tones) },
  { name: 'nail', roughness: 0.22, clearcoat: { factor: 0.6, roughness: 0.15 } },
]
