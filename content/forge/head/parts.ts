import type { FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import type { MaterialRecipe, TextureName } from '../kit/material.ts'
import type { Mesh } from '../kit/mesh.ts'
import type { Morph } from '../kit/morph.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import type { SpringChain } from '../skeleton/springs.ts'
import type { Influences } from '../weights/influences.ts'
import type { Side } from './frame.ts'

/**
 * Which bones carry a part: all of it with the head, with the eye bone (whose joint is the eye's pivot), or by
 * position from the head down the neck to the chest.
 */
export type Carrier = 'head' | 'neckBlend' | 'leftEye' | 'rightEye'

/** A mesh with one material and its shapes. Head centimetres, see `toWorld`. */
export interface HeadPart {
  readonly name: string
  readonly material: string
  readonly carrier: Carrier
  readonly mesh: Mesh
  /** Only the shapes that move this part. */
  readonly morphs: ReadonlyMap<FaceChannelName, Morph>
  /** Where joints of its own carry it, as swinging hair; parallel to the mesh's positions. The carrier then has no say. */
  readonly influences?: readonly Influences[]
}

/** Points the rig and the camera need, head centimetres. */
export interface HeadLandmarks {
  /** Centres of the eyeballs: the eye bones' joints. */
  readonly eyes: Readonly<Record<'left' | 'right', Vec3>>
  readonly crown: Vec3
  readonly chin: Vec3
  readonly lipLine: Vec3
}

export interface HeadParts {
  readonly parts: readonly HeadPart[]
  /** Of hair that swings, hung from `head` or `neck`. Head centimetres. */
  readonly joints: readonly Joint[]
  readonly springs: readonly SpringChain[]
  readonly materials: readonly MaterialRecipe[]
  /** PNG files. */
  readonly textures: ReadonlyMap<TextureName, Uint8Array>
  readonly landmarks: HeadLandmarks
}

export const eyeCarrier = (side: Side): Carrier => (side > 0 ? 'leftEye' : 'rightEye')

export const NO_MORPHS: ReadonlyMap<FaceChannelName, Morph> = new Map()
