import type { MaterialRecipe } from '../kit/material.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { LENS_OUTLINES } from './lens-outlines.ts'

/** Materials of what is worn on head and neck. Their colours live in the vertices. */
export function accessoryMaterials({ glasses }: AvatarRecipe['accessories']): MaterialRecipe[] {
  const isWire = glasses !== undefined && LENS_OUTLINES[glasses.style].metallic
  return [
    { name: 'gold', roughness: 0.22, metallic: 1 },
    { name: 'bead', roughness: 0.3, clearcoat: { factor: 0.7, roughness: 0.15 } },
    isWire
      ? { name: 'frame', roughness: 0.3, metallic: 1 }
      : { name: 'frame', roughness: 0.28, clearcoat: { factor: 0.6, roughness: 0.12 } },
    { name: 'clothHat', roughness: 0.95, sheen: { colour: [0.12, 0.12, 0.12], roughness: 0.6 } },
    { name: 'shell', roughness: 0.35, clearcoat: { factor: 1, roughness: 0.06 } },
    { name: 'lens', roughness: 0.04, blended: true, doubleSided: true },
  ]
}
