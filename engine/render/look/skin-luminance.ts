import { VertexBuffer } from '@babylonjs/core/Buffers/buffer.js'
import { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import type { AbstractMesh } from '@babylonjs/core/Meshes/abstractMesh.js'
import { luminance } from './kelvin.ts'

/** Of an avatar without skin, or whose skin is painted in a texture: between a light and a dark one. */
const UNKNOWN = 0.5

/** Mean linear luminance of the albedo of a face: the material's colour times the vertex colours. */
export function skinLuminanceOf(meshes: readonly AbstractMesh[]): number {
  const face = meshes.find((mesh) => mesh.material?.name === 'skin')
  if (face === undefined || !(face.material instanceof PBRMaterial)) return UNKNOWN
  const { r, g, b } = face.material.albedoColor
  const colours = face.getVerticesData(VertexBuffer.ColorKind)
  if (colours === null) return luminance([r, g, b])
  let sum = 0
  for (let i = 0; i < colours.length; i += 4)
    sum += luminance([colours[i]! * r, colours[i + 1]! * g, colours[i + 2]! * b])
  return sum / (colours.length / 4)
}
