import { hexColour, shade } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'

/**
 * A cloth whose colours live in the vertices. The look knows cloth by its name's beginning.
 *
 * @param colour  Of its sheen: fibres that stand up catch light from the side.
 */
export const clothMaterial = (name: `cloth${string}`, colour: string): MaterialRecipe => ({
  name,
  roughness: 0.92,
  doubleSided: true,
  sheen: { colour: shade(hexColour(colour), 0.5), roughness: 0.6 },
})
