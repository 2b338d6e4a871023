import { type Colour, hexColour, shade } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'

/** Materials of everything below the head. Colours live in the vertices. */
export function bodyMaterials(): MaterialRecipe[] {
  return [
    {
      name: 'skin2',
      roughness: 0.52,
      specular: { factor: 0.6 },
      sheen: { colour: shade(hexColour('#7a3a2c'), 0.5), roughness: 0.5 },
    },
    { name: 'nail', roughness: 0.22, clearcoat: { factor: 0.6, roughness: 0.15 } },
    cloth('cloth', hexColour('#7f9a94')),
    cloth('trousers', hexColour('#2f3e5c')),
    { name: 'shoe', roughness: 0.6 },
  ]
}

const cloth = (name: string, colour: Colour): MaterialRecipe => ({
  name,
  roughness: 0.92,
  sheen: { colour: shade(colour, 0.5), roughness: 0.6 },
})
