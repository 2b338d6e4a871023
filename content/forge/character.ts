import type { MaterialRecipe, TextureName } from './kit/material.ts'
import type { Mesh } from './kit/mesh.ts'
import type { Morph } from './kit/morph.ts'
import type { Vec3 } from './kit/vec3.ts'
import type { Joint } from './skeleton/skeleton.ts'
import type { SpringChain, SpringCollider } from './skeleton/springs.ts'
import type { Influences } from './weights/influences.ts'

/** A mesh of one material, weighted to the skeleton. Centimetres in the T-pose, floor at y = 0. */
export type CharacterPart = {
  readonly name: string
  readonly material: string
  readonly mesh: Mesh
  /** Parallel to the mesh's positions; each sums to 1 over at most four joints. */
  readonly influences: readonly Influences[]
  readonly morphs: ReadonlyMap<string, Morph>
}

/** Everything that goes into a model. */
export type ModelSource = {
  readonly joints: readonly Joint[]
  readonly springs: readonly SpringChain[]
  readonly colliders: readonly SpringCollider[]
  readonly parts: readonly CharacterPart[]
  readonly materials: readonly MaterialRecipe[]
  /** PNG files. */
  readonly textures: ReadonlyMap<TextureName, Uint8Array>
}

/** A whole character, with what its rig says of the face. */
export type Character = ModelSource & {
  /** Centimetres, world. */
  readonly landmarks: Readonly<Record<'crown' | 'eyes' | 'chin' | 'mouth', Vec3>>
}

export const NO_MORPHS: ReadonlyMap<string, Morph> = new Map()
