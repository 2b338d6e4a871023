import type { Document, Material, Texture } from '@gltf-transform/core'
import {
  KHRMaterialsAnisotropy,
  KHRMaterialsClearcoat,
  KHRMaterialsSheen,
  KHRMaterialsSpecular,
} from '@gltf-transform/extensions'
import type { MaterialRecipe } from '../kit/material.ts'

/** glTF's sampler constant: no repeat. Ramps must not wrap round at their ends. */
const CLAMP_TO_EDGE = 33071

/** Writes a material and its extensions. `rampSlot` is the coordinate set that meshes of this material keep shading in. */
export function writeMaterial(
  document: Document,
  recipe: MaterialRecipe,
  textures: ReadonlyMap<string, Texture>,
  rampSlot: 0 | 1,
): Material {
  const { baseColour = [1, 1, 1], emissive = [0, 0, 0], metallic = 0, doubleSided = false } = recipe
  const material = document
    .createMaterial(recipe.name)
    .setBaseColorFactor([...baseColour, 1])
    .setRoughnessFactor(recipe.rampRoughness || recipe.surfaceTexture ? 1 : recipe.roughness)
    .setMetallicFactor(metallic)
    .setEmissiveFactor([...emissive])
    .setDoubleSided(doubleSided)
  if (recipe.blended) material.setAlphaMode('BLEND')
  if (recipe.alphaCutoff !== undefined) material.setAlphaMode('MASK').setAlphaCutoff(recipe.alphaCutoff)
  writeTextures(material, recipe, textures, rampSlot)
  writeExtensions(document, material, recipe)
  return material
}

function writeTextures(
  material: Material,
  recipe: MaterialRecipe,
  textures: ReadonlyMap<string, Texture>,
  rampSlot: 0 | 1,
) {
  const texture = (name: string | undefined): Texture | null => (name === undefined ? null : textures.get(name)!)
  material
    .setBaseColorTexture(texture(recipe.colourTexture))
    .setNormalTexture(texture(recipe.normalTexture))
    .setEmissiveTexture(texture(recipe.emissiveTexture))
    .setOcclusionTexture(texture(recipe.surfaceTexture ?? recipe.shadingRamp))
  if (recipe.normalScale !== undefined) material.setNormalScale(recipe.normalScale)
  if (recipe.surfaceTexture) material.setMetallicRoughnessTexture(texture(recipe.surfaceTexture))
  if (recipe.rampRoughness) material.setMetallicRoughnessTexture(texture(recipe.shadingRamp))
  if (recipe.shadingRamp === undefined) return
  for (const info of [material.getOcclusionTextureInfo(), material.getMetallicRoughnessTextureInfo()]) {
    info?.setTexCoord(rampSlot).setWrapS(CLAMP_TO_EDGE).setWrapT(CLAMP_TO_EDGE)
  }
}

function writeExtensions(
  document: Document,
  material: Material,
  { clearcoat, sheen, specular, anisotropy }: MaterialRecipe,
) {
  if (clearcoat) {
    const extension = document
      .createExtension(KHRMaterialsClearcoat)
      .createClearcoat()
      .setClearcoatFactor(clearcoat.factor)
      .setClearcoatRoughnessFactor(clearcoat.roughness)
    material.setExtension('KHR_materials_clearcoat', extension)
  }
  if (sheen) {
    const extension = document
      .createExtension(KHRMaterialsSheen)
      .createSheen()
      .setSheenColorFactor([...sheen.colour])
      .setSheenRoughnessFactor(sheen.roughness)
    material.setExtension('KHR_materials_sheen', extension)
  }
  if (specular) {
    const extension = document
      .createExtension(KHRMaterialsSpecular)
      .createSpecular()
      .setSpecularFactor(specular.factor)
      .setSpecularColorFactor([...(specular.colour ?? [1, 1, 1])])
    material.setExtension('KHR_materials_specular', extension)
  }
  if (anisotropy !== undefined) {
    const extension = document
      .createExtension(KHRMaterialsAnisotropy)
      .createAnisotropy()
      .setAnisotropyStrength(anisotropy)
    material.setExtension('KHR_materials_anisotropy', extension)
  }
}
