import type { CharacterPart } from '../character.ts'
import type { MaterialRecipe, TextureName } from '../kit/material.ts'
import type { Sdf } from '../kit/sdf.ts'
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
  /** What hair goes round: cloth with its collar or hood. */
  readonly outline: Sdf
  /** What swings: a skirt's hem, say. */
  readonly joints: readonly Joint[]
  readonly springs: readonly SpringChain[]
}

/** What a recipe says of a piece. Colours as "#f2c9b0". */
export type PieceChoice = {
  readonly colour: string
  /** Of trims, prints and soles; absent, what suits the colour. */
  readonly accent?: string | undefined
}

export type Piece = Omit<Worn, 'outline'> & {
  /** What hair goes round. Absent, it never comes there. */
  readonly outline?: Sdf
  /** Whether cloth of the pieces beneath is certainly out of sight there. */
  readonly covers: (p: Vec3) => boolean
  /** Where it presses cloth beneath to. */
  readonly press?: (p: Vec3) => Vec3
}

export type MakePiece = (choice: PieceChoice) => Promise<Piece>

/** What a piece has where it says nothing: no textures, nothing hidden, nothing that swings. */
export const PLAIN: Omit<Piece, 'parts' | 'materials'> = {
  textures: new Map(),
  hides: () => false,
  covers: () => false,
  joints: [],
  springs: [],
}
