import type { Side } from './frame.ts'

/** Where a vertex of the head's skin sits, as far as shapes and paint need to know. */
export type Site = SkinSite | LidSite | LipSite | BagSite

export interface SkinSite {
  readonly kind: 'skin'
}

export interface LidSite {
  readonly kind: 'lid'
  readonly side: Side
  readonly along: number
  readonly upper: boolean
  /** `skin` around the opening, its last ring the `margin`; then the `rim`'s thickness and the `pocket` behind. */
  readonly layer: 'skin' | 'margin' | 'rim' | 'pocket'
  /** Distance from the margin in the (x, y) plane, cm. */
  readonly fromMargin: number
  /** How far the skin stands out over the form here, cm: below 0 in the crease, above it where skin hangs. */
  readonly crease: number
}

export interface LipSite {
  readonly kind: 'lip'
  readonly along: number
  readonly upper: boolean
  /** 0 at the border with the skin, 1 where the lips touch. */
  readonly across: number
}

/** The inside of the mouth. */
export interface BagSite {
  readonly kind: 'bag'
  readonly along: number
  readonly upper: boolean
  /** Depth behind the lips' contact line, cm. */
  readonly depth: number
}

export const SKIN: SkinSite = { kind: 'skin' }
