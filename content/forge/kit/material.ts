import type { Colour } from './colour.ts'

/** Name of a picture in the character's set of textures. */
export type TextureName = string

/** A glTF metallic-roughness material with the extensions the forge uses; linear colours. */
export interface MaterialRecipe {
  readonly name: string
  /** Multiplied with vertex colours; white where absent. */
  readonly baseColour?: Colour
  readonly roughness: number
  readonly metallic?: number
  readonly doubleSided?: boolean
  /** Blended over what lies behind; vertex alpha counts. */
  readonly blended?: boolean
  /** Drawn only where alpha is at least this, [0, 1]. */
  readonly alphaCutoff?: number
  readonly colourTexture?: TextureName
  readonly normalTexture?: TextureName
  readonly normalScale?: number
  /**
   * Ramp picture read with the mesh's `shading` coordinates (TEXCOORD_1, or TEXCOORD_0 where the mesh has no `uvs`),
   * clamped: red is occlusion; where `rampRoughness` is set green is roughness too.
   */
  readonly shadingRamp?: TextureName
  readonly rampRoughness?: boolean
  /** Red is occlusion, green roughness; read with the mesh's `uvs`. In the place of a ramp. */
  readonly surfaceTexture?: TextureName
  readonly emissive?: Colour
  readonly emissiveTexture?: TextureName
  /** KHR_materials_clearcoat. */
  readonly clearcoat?: { readonly factor: number; readonly roughness: number }
  /** KHR_materials_sheen. */
  readonly sheen?: { readonly colour: Colour; readonly roughness: number }
  /** KHR_materials_specular. */
  readonly specular?: { readonly factor: number; readonly colour?: Colour }
  /** KHR_materials_anisotropy, along u. */
  readonly anisotropy?: number
}
