import { type Colour, hexColour, shade } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'

/** Their colours live in the vertices. */
export const clothMaterials = (colours: { readonly sweater: string; readonly trousers: string }): MaterialRecipe[] => [
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
