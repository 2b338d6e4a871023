import type { HeadColours } from '../head/recipe.ts'
import { hexColour } from '../kit/colour.ts'
import type { MaterialRecipe } from '../kit/material.ts'
import { skinSurface } from './skin-surface.ts'

export const headMaterials = (colours: HeadColours): MaterialRecipe[] => [
  {
    name: 'skin',
    roughness: 1,
    colourTexture: 'skinColour',
    normalTexture: 'skinNormals',
    surfaceTexture: 'skinSurface',
    ...skinSurface(colours.tones),
  },
  {
    name: 'eye',
    roughness: 0.28,
    colourTexture: 'eye',
    emissiveTexture: 'eye',
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
    colourTexture: 'hairStrands',
    alphaCutoff: 0.4,
    normalTexture: 'hairNormals',
    shadingRamp: 'shadingRamp',
    anisotropy: 0.75,
    specular: { factor: 0.36, colour: hexColour('#fff0e4') },
    doubleSided: true,
  },
  {
    name: 'hairUnder',
    roughness: 0.8,
    colourTexture: 'hairStrands',
    shadingRamp: 'shadingRamp',
    specular: { factor: 0.15 },
    doubleSided: true,
  },
  { name: 'hairShadow', roughness: 1, blended: true, specular: { factor: 0 } },
]
