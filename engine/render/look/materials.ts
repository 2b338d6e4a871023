import type { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { Texture } from '@babylonjs/core/Materials/Textures/texture.js'
import { Color3 } from '@babylonjs/core/Maths/math.color.js'
import { LAYERS } from '../layers.ts'
import { SkinLight } from './skin.ts'

/** How the meshes of one kind of material take light. */
export type Surface = {
  /** Which lights reach it; see {@link LAYERS}. */
  readonly layer: number
  readonly castsShadow: boolean
  readonly receivesShadow: boolean
  dress(material: PBRMaterial): void
}

/** Glow of skin where no light falls, of a light and a dark skin; turns olive shadows to peach. Fitted by eye. */
const SKIN_GLOW = { light: new Color3(0.05, 0.015, 0.011), dark: new Color3(0.018, 0.006, 0.003) }

/** Reflection of a light and a dark skin, of what a dielectric has: on a dark one the same shine shows more. Fitted by eye. */
const SKIN_SHINE = { light: 0.85, dark: 0.42 }
/** Glow of eyes in the shade of their lids, beside a light and a dark skin; more would make them lamps. Fitted by eye. */
const EYE_GLOW = { light: 0.2, dark: 0.12 }

/** Where a skin lies between the dark and the light one that values were fitted to, [0, 1]. */
const lightness = (luminance: number): number => Math.min(1, Math.max(0, (luminance - 0.14) / 0.5))

const face = { layer: LAYERS.skin, castsShadow: true, receivesShadow: true }
const detail = { layer: LAYERS.skin, castsShadow: false, receivesShadow: true }
const unshadowed = { layer: LAYERS.skin, castsShadow: false, receivesShadow: false }
const edge = { layer: LAYERS.edge, castsShadow: true, receivesShadow: true }

/**
 * The materials an avatar's model may name, and what the look makes of each. Others are drawn as the model has them.
 *
 * @param skinLuminance  Of the avatar's skin, linear; see {@link skinExposure}.
 */
export function surfaceOf(name: string, skinLuminance: number): Surface {
  const skin = (material: PBRMaterial) => dressSkin(material, skinLuminance)
  if (isCloth(name)) return { ...edge, dress: dressCloth }
  switch (name) {
    case 'skin':
      return { ...face, dress: skin }
    case 'skin2':
      return { ...edge, dress: skin }
    case 'eye':
      return { ...unshadowed, dress: (material) => dressEye(material, skinLuminance) }
    case 'mouth':
    case 'lash':
    case 'lidShadow':
      return { ...unshadowed, dress: () => {} }
    case 'brow':
    case 'hairShadow':
      return { ...detail, dress: () => {} }
    case 'hair':
      return { ...edge, dress: dressHair }
    case 'hairUnder':
      return { ...edge, dress: dressHairUnder }
    case 'gold':
      return { ...edge, dress: dressGold }
    default:
      return { ...edge, dress: () => {} }
  }
}

/**
 * Exposure that a skin asks for: dark skin gets a little more, far less than would make it equal.
 *
 * @param luminance  Linear luminance of the albedo; .64 a light, .14 a dark and .04 a very dark skin, the points it was
 *                   fitted to.
 * @returns          Factor on the look's exposure.
 */
export function skinExposure(luminance: number): number {
  return Math.min(1.4, Math.max(0.956, (0.64 / luminance) ** 0.13))
}

/** What stands before the rest is drawn first, so that what it hides is not shaded; the room's walls come last. */
const FRONT_TO_BACK = ['hair', 'cloth', 'skin', 'hairUnder']
const BEHIND_ALL = ['walls', 'ground']

/** Garments name their materials "cloth…", whatever they are made of. */
const isCloth = (name: string): boolean => name.startsWith('cloth')
const kindOf = (name: string): string => (isCloth(name) ? 'cloth' : name)

/** Place of a material in the order of drawing, ascending. */
export function drawingRank(name = ''): number {
  if (BEHIND_ALL.includes(name)) return FRONT_TO_BACK.length + 1
  const place = FRONT_TO_BACK.indexOf(kindOf(name))
  return place < 0 ? FRONT_TO_BACK.length : place
}

/**
 * Draws the depths of large surfaces before their colours, so that no hidden pixel is shaded: a fifth of a frame where a
 * processor shades. A graphics card, which has pixels to spare, would only draw everything twice; and for small things
 * Babylon's change of shader costs more than it saves.
 */
export function drawDepthFirst(material: PBRMaterial): void {
  material.needDepthPrePass = FRONT_TO_BACK.includes(kindOf(material.name))
}

function dressSkin(material: PBRMaterial, luminance: number): void {
  material.emissiveColor = Color3.Lerp(SKIN_GLOW.dark, SKIN_GLOW.light, lightness(luminance))
  material.metallicF0Factor = SKIN_SHINE.dark + (SKIN_SHINE.light - SKIN_SHINE.dark) * lightness(luminance)
  material.ambientTextureImpactOnAnalyticalLights = 0.35
  new SkinLight(material)
}

/** The catchlight is painted on: a mirrored window would wash the iris to grey. */
function dressEye(material: PBRMaterial, skinLuminance: number): void {
  const glow = EYE_GLOW.dark + (EYE_GLOW.light - EYE_GLOW.dark) * lightness(skinLuminance)
  material.emissiveColor = new Color3(glow, glow, glow)
  material.clearCoat.intensity = 0.35
  material.clearCoat.roughness = 0.05
  material.environmentIntensity = 0.55
  material.roughness = 0.6
  material.metallicF0Factor = 0
}

function dressHair(material: PBRMaterial): void {
  tintHair(material)
  material.roughness = 0.5
  material.metallicF0Factor = 0.2
  material.ambientTextureImpactOnAnalyticalLights = 0.6
  if (material.bumpTexture !== null) material.bumpTexture.level = 0.5
}

function dressHairUnder(material: PBRMaterial): void {
  tintHair(material)
  material.metallicF0Factor = 0.1
  material.ambientTextureImpactOnAnalyticalLights = 0.8
}

/** Locks are ribbons: where they hang free their insides are seen. */
function tintHair(material: PBRMaterial): void {
  material.backFaceCulling = false
  material.twoSidedLighting = true
  material.albedoColor = new Color3(1.15, 1.2, 1.27)
}

function dressCloth(material: PBRMaterial): void {
  material.metallicF0Factor = 0.4
}

function dressGold(material: PBRMaterial): void {
  material.metallic = 1
}

/** Anisotropic filtering off: lavapipe draws black specks where a texture coordinate hardly changes (Mesa 25.0). */
export function limitFiltering(material: PBRMaterial): void {
  for (const texture of material.getActiveTextures()) {
    if (texture instanceof Texture) texture.anisotropicFilteringLevel = 1
  }
}
