import type { AvatarRecipe } from '../recipe.ts'

type GlassesStyle = NonNullable<AvatarRecipe['accessories']['glasses']>['style']

/** The left lens of a pair of glasses; lengths in half widths of the eye's opening. Fitted by eye. */
export type LensOutline = {
  readonly halfWidth: number
  readonly halfHeight: number
  /** 2 an ellipse, above it more of a rectangle. */
  readonly squareness: number
  /** How far the upper outer corner is drawn up, and less far out. */
  readonly sweep: number
  /** Half of what the rim measures, in the face's plane and in depth, cm; the upper half may be stronger. */
  readonly rim: { readonly width: number; readonly depth: number; readonly browLine: number }
  /** Half the height of a temple at its hinge, cm. */
  readonly temple: number
  readonly metallic: boolean
}

export const LENS_OUTLINES: Readonly<Record<GlassesStyle, LensOutline>> = {
  round: {
    halfWidth: 1.27,
    halfHeight: 1.22,
    squareness: 2,
    sweep: 0,
    rim: { width: 0.1, depth: 0.12, browLine: 0 },
    temple: 0.13,
    metallic: true,
  },
  square: {
    halfWidth: 1.36,
    halfHeight: 1.04,
    squareness: 4.2,
    sweep: 0,
    rim: { width: 0.19, depth: 0.2, browLine: 0.06 },
    temple: 0.28,
    metallic: false,
  },
  'cat-eye': {
    halfWidth: 1.26,
    halfHeight: 0.98,
    squareness: 2.25,
    sweep: 0.42,
    rim: { width: 0.16, depth: 0.19, browLine: 0.14 },
    temple: 0.26,
    metallic: false,
  },
}
