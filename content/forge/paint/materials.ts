import type { HeadColours } from '../head/recipe.ts'
import { hexColour, shade } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'

/** Light that wanders in skin and comes out red, as a faint glow; scaled with how light the skin is. */
const SKIN_GLOW = [0.05, 0.017, 0.011] as const
/** Luminance-like green of the skin the glow was chosen for. */
const REFERENCE_GREEN = 0.584

export function skinMaterial({ skin }: HeadColours): MaterialRecipe {
  const lightness = hexColour(skin)[1] / REFERENCE_GREEN
  return {
    name: 'skin',
    roughness: 1,
    shadingRamp: 'shadingRamp',
    rampRoughness: true,
    sheen: { colour: shade(hexColour('#7a3a2c'), 0.5), roughness: 0.5 },
    specular: { factor: 0.6 },
    emissive: shade(SKIN_GLOW, lightness),
  }
}

export const headMaterials = (colours: HeadColours): MaterialRecipe[] => [
  skinMaterial(colours),
  {
    name: 'eye',
    roughness: 0.28,
    colourTexture: 'iris',
    emissiveTexture: 'iris',
    emissive: [0.12, 0.12, 0.12],
    clearcoat: { factor: 1, roughness: 0.04 },
  },
  { name: 'lash', roughness: 0.8, doubleSided: true },
  { name: 'lidShadow', roughness: 1, blended: true, specular: { factor: 0 }, doubleSided: true },
  { name: 'brow', roughness: 0.75, doubleSided: true },
  { name: 'mouth', roughness: 0.25 },
  {
    name: 'hair',
    roughness: 0.46,
    colourTexture: 'hairStreaks',
    normalTexture: 'hairNormals',
    shadingRamp: 'shadingRamp',
    anisotropy: 0.75,
    specular: { factor: 0.42, colour: hexColour('#ffd9b8') },
  },
  {
    name: 'hairUnder',
    roughness: 0.8,
    colourTexture: 'hairStreaks',
    shadingRamp: 'shadingRamp',
    specular: { factor: 0.15 },
    doubleSided: true,
  },
  { name: 'gold', roughness: 0.22, metallic: 1, baseColour: hexColour('#e7b66a') },
]
