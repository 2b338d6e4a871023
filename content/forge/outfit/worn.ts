import type { CharacterPart } from '../character.ts'
import type { MaterialRecipe, TextureName } from '../kit/material.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import type { SpringChain } from '../skeleton/springs.ts'

/** A piece of clothing, or a whole outfit, on the figure as drawn. Centimetres in the T-pose, floor at y = 0. */
export type Worn = {
  readonly parts: readonly CharacterPart[]
  readonly materials: readonly MaterialRecipe[]
  /** PNG files. */
  readonly textures: ReadonlyMap<TextureName, Uint8Array>
  /** Whether skin at a place is certainly out of sight: well inside the cloth, away from its openings. */
  readonly hides: (p: Vec3) => boolean
  /** What swings: a skirt's hem, say. */
  readonly joints: readonly Joint[]
  readonly springs: readonly SpringChain[]
}
