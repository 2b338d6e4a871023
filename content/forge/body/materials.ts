import { type Colour, hexColour, shade } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'

/** Materials of everything below the head. Their colours live in the vertices. */
export const bodyMaterials = (colours: { readonly sweater: string; readonly trousers: string }): MaterialRecipe[] => [
  {
    name: 'skin2',
    roughness: 0.52,
    specular: { factor: 0.6 },
    sheen: { colour: shade(hexColour('#7a3a2c'), 0.5), roughness: 0.5 },
    emissive: [0.05, 0.017, 0.011],
  },
  { name: 'nail', roughness: 0.22, clearcoat: { factor: 0.6, roughness: 0.15 } },
  { ...cloth('cloth', hexColour(colours.sweater)), normalTexture: 'knit', normalScale: 0.6 },
  { ...cloth('trousers', hexColour(colours.trousers)), colourTexture: 'denim' },
  { name: 'shoe', roughness: 0.6 },
]

const cloth = (name: string, colour: Colour): MaterialRecipe => ({
  name,
  roughness: 0.92,
  doubleSided: true,
  sheen: { colour: shade(colour, 0.5), roughness: 0.6 },
})
